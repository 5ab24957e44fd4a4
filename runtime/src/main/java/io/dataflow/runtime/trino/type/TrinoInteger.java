package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.math.BigInteger;

/// tinyint to bigint. `5.0` and `1e3` are whole; `5.5` is refused and not rounded.
record TrinoInteger(int bits) implements TrinoEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    BigInteger whole;
    try {
      whole = JsonValue.number(json, start, end).toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw TrinoEncoder.wrong("the number is not whole");
    }
    if (whole.bitLength() >= bits) {
      throw TrinoEncoder.wrong("the number is out of range");
    }
    out.put(whole.toString());
  }
}
