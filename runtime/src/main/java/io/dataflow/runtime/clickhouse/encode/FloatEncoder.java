package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.value.JsonValue;

/// Float32 and Float64, to the nearest number that the type has; also `"NaN"` and `"-Infinity"`.
record FloatEncoder(boolean wide) implements ValueEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    boolean text = JsonValue.isText(json, start);
    var word = text ? JsonValue.text(json, start, end).strip() : "";
    double value =
        switch (word) {
          case "NaN", "nan" -> Double.NaN;
          case "Infinity", "inf" -> Double.POSITIVE_INFINITY;
          case "-Infinity", "-inf" -> Double.NEGATIVE_INFINITY;
          default -> finite(JsonValue.number(json, start, end).toString());
        };
    if (wide) {
      RowBinary.putWhole(Double.doubleToRawLongBits(value), Double.BYTES, out);
    } else {
      RowBinary.putWhole(Float.floatToRawIntBits((float) value), Float.BYTES, out);
    }
  }

  private double finite(String digits) {
    double value = wide ? Double.parseDouble(digits) : Float.parseFloat(digits);
    if (Double.isInfinite(value)) {
      throw new RecordException("the number is out of range");
    }
    return value;
  }
}
