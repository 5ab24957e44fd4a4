package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;
import java.nio.charset.StandardCharsets;

/// json: any value, as the text that it is.
record TrinoJson() implements TrinoEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    TrinoEncoder.putText(new String(json, start, end - start, StandardCharsets.UTF_8), out);
  }
}
