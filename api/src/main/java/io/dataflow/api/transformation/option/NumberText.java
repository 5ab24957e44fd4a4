package io.dataflow.api.transformation.option;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import io.dataflow.api.json.TextForm;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Numbers as they stand in records, as JSON or as text.
final class NumberText {
  // As Go writes them, outside of these with an exponent.
  private static final double PLAIN_FROM = 1e-6;
  private static final double PLAIN_BELOW = 1e21;

  private NumberText() {}

  static boolean isNumber(JsonScalar value) {
    return value.kind() == ScalarKind.NUMBER;
  }

  /// The number that a value is or that its text says; a text may begin with `+` or noughts.
  static TextForm of(JsonScalar value) throws MisfitException {
    var form = TextForm.of(value);
    if (value.kind() == ScalarKind.STRING && !form.isNumber()) {
      form = TextForm.of(withoutLeading(form.toString()));
    }
    if (!form.isNumber()) {
      throw new MisfitException(
          switch (value.kind()) {
            case NULL -> "null";
            case BOOLEAN -> "`true` or `false`";
            case STRING, NUMBER -> "a text that says no number";
          });
    }
    return form;
  }

  private static String withoutLeading(String text) {
    int sign = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    int from = sign;
    while (isDigit(text, from + 1) && text.charAt(from) == '0') {
      from++;
    }
    if (!isDigit(text, from)) {
      return text;
    }
    return (text.startsWith("-") ? "-" : "") + text.substring(from);
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /// The fewest digits that are this number and no other.
  static String shortest(double number) {
    var digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    double size = Math.abs(number);
    return size == 0 || size >= PLAIN_FROM && size < PLAIN_BELOW
        ? digits.toPlainString()
        : digits.toString().toLowerCase(Locale.ROOT);
  }

  static Json json(TextForm number) {
    var bytes = number.toString().getBytes(StandardCharsets.US_ASCII);
    return Json.slice(bytes, 0, bytes.length);
  }
}
