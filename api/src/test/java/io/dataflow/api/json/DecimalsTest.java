package io.dataflow.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers are compared exactly, whatever their length.
class DecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "0, -0, 0",
    "0, 0.000e7, 0",
    "1, 1.0, 0",
    "100, 1e2, 0",
    "0.001, 1e-3, 0",
    "123.450, 12345e-2, 0",
    "-1, 1, -1",
    "-2, -1, -1",
    "0, 0.0000001, -1",
    "-0.1, 0, -1",
    "9, 10, -1",
    "9.99, 10, -1",
    "9223372036854775807, 9223372036854775808, -1",
    "0.30000000000000000000000000000001, 0.3, 1",
    "1e999999999999, 1e999999999998, 1",
    "1e-999999999999999999999999, 0, 1",
    "1e-999999999999999999999999, 1e999999999999999999999999, -1",
    "-1e999999999999999999999999, 1, -1"
  })
  void compares(String left, String right, int expected) {
    assertThat(compare(left, right)).isEqualTo(expected);
    assertThat(compare(right, left)).isEqualTo(-expected);
  }

  @Test
  void comparesAsBigDecimalsDo() {
    var random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      var left = number(random);
      var right = random.nextInt(3) == 0 ? new BigDecimal(left).toString() : number(random);
      assertThat(compare(left, right))
          .as(left + " and " + right)
          .isEqualTo(new BigDecimal(left).compareTo(new BigDecimal(right)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "10", "1.0", "-1.5e+7", "1E9", "0e0", "0.00"})
  void knowsNumbers(String text) {
    assertThat(TextForm.of(text).isNumber()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", "01", "+1", ".5", "1.", "1e", "1e+", "e5", "1x", " 1", "1 ", "1.2.3", "٣"
      })
  void knowsWhatIsNoNumber(String text) {
    assertThat(TextForm.of(text).isNumber()).isFalse();
  }

  private static String number(Random random) {
    var out = new StringBuilder(random.nextBoolean() ? "-" : "");
    out.append(random.nextInt(3) == 0 ? "0" : Integer.toString(random.nextInt(1, 1200)));
    if (random.nextBoolean()) {
      out.append(".0").setLength(out.length() - random.nextInt(2));
      out.append(random.nextInt(100)).append("0".repeat(random.nextInt(3)));
    }
    return random.nextInt(3) == 0
        ? out.append("e").append(random.nextInt(-5, 6)).toString()
        : out.toString();
  }

  private static int compare(String left, String right) {
    byte[] a = left.getBytes(StandardCharsets.US_ASCII);
    byte[] b = right.getBytes(StandardCharsets.US_ASCII);
    return Integer.signum(Decimals.compare(a, 0, a.length, b, 0, b.length));
  }
}
