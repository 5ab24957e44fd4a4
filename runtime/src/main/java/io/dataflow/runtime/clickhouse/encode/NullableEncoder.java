package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;

/// A value that may be null.
record NullableEncoder(ValueEncoder value) implements ValueEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    out.put(0);
    value.encode(json, start, end, out);
  }

  @Override
  public void encodeNull(Bytes out) {
    out.put(1);
  }
}
