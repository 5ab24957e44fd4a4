package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;

/// A json inside of an array, a map or a row: what it is.
record TrinoDocument() implements TrinoEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    out.put(json, start, end);
  }
}
