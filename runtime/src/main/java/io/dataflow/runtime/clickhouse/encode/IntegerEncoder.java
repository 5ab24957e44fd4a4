package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.math.BigInteger;

/// Int8 to Int256 and UInt8 to UInt256. `5.0` and `1e3` are whole; `5.5` is refused and not
/// rounded. `true` is 1 in the narrowest, which were ClickHouse's truths once.
record IntegerEncoder(int width, boolean signed) implements ValueEncoder {
  private static final int SHORT = 18;

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    boolean negative = json[start] == '-';
    if (end - start <= SHORT && (signed || !negative) && putDigits(json, start, end, out)) {
      return;
    }
    if (width == 1 && (json[start] == 't' || json[start] == 'f')) {
      out.put(json[start] == 't' ? 1 : 0);
      return;
    }
    put(JsonValue.number(json, start, end), out);
  }

  private boolean putDigits(byte[] json, int start, int end, Bytes out) {
    boolean negative = json[start] == '-';
    long value = 0;
    for (int i = negative ? start + 1 : start; i < end; i++) {
      if (json[i] < '0' || json[i] > '9') {
        return false;
      }
      value = value * 10 + json[i] - '0';
    }
    if (width < Long.BYTES && value >> 8 * width - (signed ? 1 : 0) != 0) {
      // Only the lowest number of all may still fit.
      return false;
    }
    RowBinary.putWhole(negative ? -value : value, width, out);
    return true;
  }

  private void put(java.math.BigDecimal number, Bytes out) {
    BigInteger whole;
    try {
      whole = number.toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw new RecordException("the number is not whole");
    }
    int bits = 8 * width;
    boolean fits =
        signed ? whole.bitLength() < bits : whole.signum() >= 0 && whole.bitLength() <= bits;
    if (!fits) {
      throw new RecordException("the number is out of range");
    }
    RowBinary.putWhole(whole, width, out);
  }
}
