package io.dataflow.runtime.postgresql.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.ColumnEncoder;

/// A JSON array as PostgreSQL's `{…}`, nested as deep as it is nested. A text is taken for such a
/// literal itself. Elements of a jsonb array may be arrays of their own, so it has one level.
record ArrayEncoder(ColumnEncoder element) implements ColumnEncoder {
  private static final int DIMENSIONS_MAX = 6;
  private static final byte[] NULL = {'N', 'U', 'L', 'L'};
  private static final byte[] QUOTE = {'\\', '\\', '"'};
  private static final byte[] BACKSLASH = {'\\', '\\', '\\', '\\'};

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (json[start] == '"') {
      CopyText.putString(json, start + 1, end - 1, out);
    } else if (Json.slice(json, start, end) instanceof JsonArray array) {
      put(array, 1, new Bytes(64), out);
    } else {
      throw new RecordException("the column is an array, the value is not");
    }
  }

  private void put(JsonArray array, int depth, Bytes scratch, Bytes out) {
    if (depth > DIMENSIONS_MAX) {
      throw new RecordException("the array is nested deeper than the six levels of PostgreSQL");
    }
    out.put('{');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        out.put(',');
      }
      if (array.get(i) instanceof JsonArray nested && !(element instanceof JsonEncoder)) {
        put(nested, depth + 1, scratch, out);
      } else {
        putElement(array.get(i).toBytes(), scratch, out);
      }
    }
    out.put('}');
  }

  private void putElement(byte[] json, Bytes scratch, Bytes out) {
    if (json[0] == 'n') {
      out.put(NULL);
      return;
    }
    scratch.clear();
    element.encode(json, 0, json.length, scratch);
    out.put('"');
    quote(scratch, out);
    out.put('"');
  }

  /// Adds the array's escapes to a text that has COPY's already: a backslash of the value is two
  /// bytes there, and four with the array's own.
  private static void quote(Bytes escaped, Bytes out) {
    var bytes = escaped.array();
    for (int i = 0; i < escaped.size(); i++) {
      if (bytes[i] == '"') {
        out.put(QUOTE);
      } else if (bytes[i] == '\\' && bytes[i + 1] == '\\') {
        out.put(BACKSLASH);
        i++;
      } else {
        out.put(bytes[i]);
      }
    }
  }
}
