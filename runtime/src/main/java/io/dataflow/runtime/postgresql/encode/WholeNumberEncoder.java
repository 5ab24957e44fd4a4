package io.dataflow.runtime.postgresql.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.ColumnEncoder;
import java.math.BigDecimal;

/// A number for smallint, integer and bigint. `5.0` and `1e3` are whole and are written as `5` and
/// `1000`; `5.5` is refused and not rounded.
record WholeNumberEncoder() implements ColumnEncoder {
  private static final int DIGITS_MAX = 19;

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (json[start] == '"') {
      CopyText.putString(json, start + 1, end - 1, out);
      return;
    }
    boolean number = json[start] == '-' || json[start] >= '0' && json[start] <= '9';
    for (int i = start; number && i < end; i++) {
      if (json[i] == '.' || json[i] == 'e' || json[i] == 'E') {
        out.put(whole(NumberText.of(json, start, end)));
        return;
      }
    }
    CopyText.putRaw(json, start, end, out);
  }

  private static String whole(String text) {
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException exponentTooLong) {
      throw new RecordException("the number is out of range");
    }
    if (number.signum() == 0) {
      return "0";
    }
    // The number of digits before the point, known without writing out 1e1000000000.
    if ((long) number.precision() - number.scale() > DIGITS_MAX) {
      throw new RecordException("the number is out of range");
    }
    if (number.stripTrailingZeros().scale() > 0) {
      throw new RecordException("the number is not whole");
    }
    return number.toBigIntegerExact().toString();
  }
}
