package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;

/// boolean, of `true`, `false`, 1 and 0.
record TrinoBoolean() implements TrinoEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    boolean digit = end - start == 1;
    if (json[start] == 't' || digit && json[start] == '1') {
      out.put("true");
    } else if (json[start] == 'f' || digit && json[start] == '0') {
      out.put("false");
    } else {
      throw TrinoEncoder.wrong("the value is neither `true` nor `false`");
    }
  }
}
