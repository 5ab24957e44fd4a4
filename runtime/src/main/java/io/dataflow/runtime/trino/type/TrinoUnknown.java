package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;

/// A type that has no form here.
record TrinoUnknown() implements TrinoEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    throw TrinoEncoder.wrong("columns of this type cannot be written. Take the field out");
  }
}
