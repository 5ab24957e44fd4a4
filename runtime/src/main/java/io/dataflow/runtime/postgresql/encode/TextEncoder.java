package io.dataflow.runtime.postgresql.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.runtime.connector.table.ColumnEncoder;

/// A string's characters; anything else as its JSON, so that a number keeps every digit. Serves
/// every type whose values people write as text: text, numeric, boolean, uuid, inet, enums, …
record TextEncoder() implements ColumnEncoder {

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (json[start] == '"') {
      CopyText.putString(json, start + 1, end - 1, out);
    } else {
      CopyText.putRaw(json, start, end, out);
    }
  }
}
