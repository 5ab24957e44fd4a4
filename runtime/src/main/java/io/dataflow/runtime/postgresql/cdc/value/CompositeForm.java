package io.dataflow.runtime.postgresql.cdc.value;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonText;
import java.util.List;

/// A composite value, `(1,"a b",)`, as an object.
record CompositeForm(List<Field> fields) implements ValueForm {
  /// One of its fields.
  record Field(String name, ValueForm form) {}

  @Override
  public void write(byte[] text, int start, int end, Bytes out) {
    out.put('{');
    int at = start + 1;
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        out.put(',');
      }
      JsonText.write(fields.get(i).name(), out);
      out.put(':');
      at = field(text, at, end, fields.get(i).form(), out) + 1;
    }
    out.put('}');
  }

  /// Writes a field, and returns the place of what ends it: a comma or a parenthesis.
  private static int field(byte[] text, int start, int end, ValueForm form, Bytes out) {
    var value = new Bytes(32);
    boolean quoted = false;
    int at = start;
    while (at < end && (quoted || text[at] != ',' && text[at] != ')')) {
      byte b = text[at++];
      if (b == '\\') {
        value.put(text[at++]);
      } else if (b != '"') {
        value.put(b);
      } else if (quoted && at < end && text[at] == '"') {
        value.put(text[at++]);
      } else {
        quoted = !quoted;
      }
    }
    if (at == start) {
      out.put("null");
    } else {
      form.write(value.array(), 0, value.size(), out);
    }
    return at;
  }
}
