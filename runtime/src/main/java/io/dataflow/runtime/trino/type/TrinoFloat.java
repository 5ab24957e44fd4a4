package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.util.Set;

/// real and double, to the nearest; `"NaN"`, `"Infinity"` and `"-Infinity"` too.
record TrinoFloat(boolean wide) implements TrinoEncoder {
  private static final Set<String> WORDS = Set.of("NaN", "Infinity", "-Infinity");

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (JsonValue.isText(json, start) && WORDS.contains(JsonValue.text(json, start, end))) {
      TrinoEncoder.putQuoted(JsonValue.text(json, start, end), out);
      return;
    }
    var number = JsonValue.number(json, start, end);
    boolean fits =
        wide ? Double.isFinite(number.doubleValue()) : Float.isFinite(number.floatValue());
    if (!fits) {
      throw TrinoEncoder.wrong("the number is out of range");
    }
    TrinoEncoder.putQuoted(
        wide ? Double.toString(number.doubleValue()) : Float.toString(number.floatValue()), out);
  }
}
