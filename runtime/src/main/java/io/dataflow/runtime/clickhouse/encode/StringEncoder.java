package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.nio.charset.StandardCharsets;

/// String: a string's characters; anything else as its JSON, so that a number keeps every digit.
/// And JSON: an object as its text, which the server reads.
///
/// @param objects whether nothing but an object is taken
record StringEncoder(boolean objects) implements ValueEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (objects && json[start] != '{') {
      throw new RecordException("the value is no object");
    }
    if (!JsonValue.isText(json, start)) {
      putBytes(json, start, end, out);
      return;
    }
    for (int i = start; i < end; i++) {
      if (json[i] == '\\') {
        var text = JsonValue.text(json, start, end).getBytes(StandardCharsets.UTF_8);
        putBytes(text, 0, text.length, out);
        return;
      }
    }
    putBytes(json, start + 1, end - 1, out);
  }

  private static void putBytes(byte[] bytes, int start, int end, Bytes out) {
    RowBinary.putLength(end - start, out);
    out.put(bytes, start, end);
  }
}
