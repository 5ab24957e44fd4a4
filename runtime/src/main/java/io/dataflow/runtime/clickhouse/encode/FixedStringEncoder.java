package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.nio.charset.StandardCharsets;

/// FixedString: a string's characters, with zeros behind them.
record FixedStringEncoder(int length) implements ValueEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (!JsonValue.isText(json, start)) {
      throw new RecordException("the value is no text");
    }
    var bytes = JsonValue.text(json, start, end).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > length) {
      throw new RecordException("the text is longer than " + length + " bytes");
    }
    out.put(bytes);
    for (int i = bytes.length; i < length; i++) {
      out.put(0);
    }
  }
}
