package io.dataflow.runtime.postgresql.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.ColumnEncoder;

/// The value's own JSON, byte for byte. `\u0000` is refused for `json` too: there PostgreSQL would
/// store it, and then fail everybody who reads the field.
record JsonEncoder() implements ColumnEncoder {

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    for (int i = CopyText.plainEnd(json, start, end); i < end; i++) {
      if (json[i] == '\\') {
        i++;
        if (json[i] == 'u' && isZero(json, i + 1)) {
          throw new RecordException(
              "the JSON has the character `\\u0000`, which PostgreSQL cannot store");
        }
      }
    }
    CopyText.putRaw(json, start, end, out);
  }

  private static boolean isZero(byte[] json, int at) {
    return json[at] == '0' && json[at + 1] == '0' && json[at + 2] == '0' && json[at + 3] == '0';
  }
}
