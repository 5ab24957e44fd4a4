package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;

/// Bool, of `true`, `false`, 1 and 0.
record BoolEncoder() implements ValueEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    boolean digit = end - start == 1;
    if (json[start] == 't' || digit && json[start] == '1') {
      out.put(1);
    } else if (json[start] == 'f' || digit && json[start] == '0') {
      out.put(0);
    } else {
      throw new RecordException("the value is neither true nor false");
    }
  }
}
