package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.value.JsonValue;

/// Map: an object.
record MapEncoder(ValueEncoder key, ValueEncoder value) implements ValueEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (json[start] != '{') {
      throw new RecordException("the value is no object");
    }
    var object = (JsonObject) JsonValue.parsed(json, start, end);
    RowBinary.putLength(object.size(), out);
    for (int i = 0; i < object.size(); i++) {
      key.encode(JsonScalar.of(object.shape().name(i)), out);
      value.encode(object.value(i), out);
    }
  }
}
