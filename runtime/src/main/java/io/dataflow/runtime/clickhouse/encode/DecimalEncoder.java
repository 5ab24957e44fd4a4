package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Decimal32 to Decimal256, never rounded.
record DecimalEncoder(int precision, int scale) implements ValueEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    BigDecimal number;
    try {
      number = JsonValue.number(json, start, end).setScale(scale, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw new RecordException("the number has more digits behind the point");
    }
    if (number.precision() > precision) {
      throw new RecordException("the number is out of range");
    }
    RowBinary.putWhole(number.unscaledValue(), width(), out);
  }

  private int width() {
    return precision <= 9 ? 4 : precision <= 18 ? 8 : precision <= 38 ? 16 : 32;
  }
}
