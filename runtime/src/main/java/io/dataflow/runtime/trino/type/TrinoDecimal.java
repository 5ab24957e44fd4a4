package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// decimal, never rounded.
record TrinoDecimal(int precision, int scale) implements TrinoEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    BigDecimal number;
    try {
      number = JsonValue.number(json, start, end).setScale(scale, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw TrinoEncoder.wrong("the number has more digits behind the point");
    }
    if (number.precision() > precision) {
      throw TrinoEncoder.wrong("the number is out of range");
    }
    TrinoEncoder.putQuoted(number.toPlainString(), out);
  }
}
