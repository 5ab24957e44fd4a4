package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.value.JsonValue;

/// Array.
record ElementsEncoder(ValueEncoder element) implements ValueEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (json[start] != '[') {
      throw new RecordException("the value is no array");
    }
    var array = (JsonArray) JsonValue.parsed(json, start, end);
    RowBinary.putLength(array.size(), out);
    for (int i = 0; i < array.size(); i++) {
      element.encode(array.get(i), out);
    }
  }
}
