package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.util.Base64;

/// varbinary, of a text in Base64.
record TrinoBinary() implements TrinoEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (!JsonValue.isText(json, start)) {
      throw TrinoEncoder.wrong("the value is no text in Base64");
    }
    try {
      var bytes = Base64.getDecoder().decode(JsonValue.text(json, start, end).strip());
      TrinoEncoder.putQuoted(Base64.getEncoder().encodeToString(bytes), out);
    } catch (IllegalArgumentException e) {
      throw TrinoEncoder.wrong("the value is no text in Base64");
    }
  }
}
