package io.dataflow.runtime.postgresql.cdc.value;

import io.dataflow.api.json.Bytes;

/// An array, of any number of dimensions: `{1,NULL,"a b"}` or `[0:1]={1,2}`.
///
/// @param element what its elements are
/// @param delimiter what stands between them; of nearly all types a comma
record ArrayForm(ValueForm element, byte delimiter) implements ValueForm {

  @Override
  public void write(byte[] text, int start, int end, Bytes out) {
    int open = start;
    if (text[start] == '[') {
      while (open < end && text[open] != '{') {
        open++;
      }
    }
    if (open == end || text[open] != '{') {
      // `int2vector` and its like are arrays that are not written as such.
      ValueText.quote(text, start, end, out);
    } else {
      array(text, open, end, out);
    }
  }

  /// Writes what begins with a brace, and returns the place behind it.
  private int array(byte[] text, int open, int end, Bytes out) {
    out.put('[');
    int at = open + 1;
    while (at < end && text[at] != '}') {
      if (text[at] == delimiter) {
        out.put(',');
        at++;
      } else if (text[at] == '{') {
        at = array(text, at, end, out);
      } else if (text[at] == '"') {
        at = quoted(text, at + 1, end, out);
      } else {
        at = bare(text, at, end, out);
      }
    }
    out.put(']');
    return at + 1;
  }

  private int quoted(byte[] text, int start, int end, Bytes out) {
    var value = new Bytes(32);
    int at = start;
    while (at < end && text[at] != '"') {
      at += text[at] == '\\' ? 1 : 0;
      value.put(text[at++]);
    }
    element.write(value.array(), 0, value.size(), out);
    return at + 1;
  }

  private int bare(byte[] text, int start, int end, Bytes out) {
    int at = start;
    while (at < end && text[at] != delimiter && text[at] != '}') {
      at++;
    }
    boolean isNull =
        at - start == 4
            && text[start] == 'N'
            && text[start + 1] == 'U'
            && text[start + 2] == 'L'
            && text[start + 3] == 'L';
    if (isNull) {
      out.put("null");
    } else {
      element.write(text, start, at, out);
    }
    return at;
  }
}
