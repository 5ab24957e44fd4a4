package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.util.Locale;

/// uuid.
record TrinoUuid() implements TrinoEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    var text = JsonValue.isText(json, start) ? JsonValue.text(json, start, end).strip() : "";
    if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      throw TrinoEncoder.wrong("the value is no UUID");
    }
    TrinoEncoder.putQuoted(text.toLowerCase(Locale.ROOT), out);
  }
}
