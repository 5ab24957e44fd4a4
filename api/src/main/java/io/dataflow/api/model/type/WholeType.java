package io.dataflow.api.model.type;

import io.dataflow.api.model.problem.RefusedException;
import io.dataflow.api.model.yaml.YamlKind;
import java.math.BigInteger;

/// A whole number between two bounds, both allowed.
public record WholeType(long min, long max, boolean isLong) implements ScalarType {
  static WholeType ofInt() {
    return new WholeType(Integer.MIN_VALUE, Integer.MAX_VALUE, false);
  }

  static WholeType ofLong() {
    return new WholeType(Long.MIN_VALUE, Long.MAX_VALUE, true);
  }

  /// The same within narrower bounds.
  public WholeType within(long lowest, long highest) {
    return new WholeType(Math.max(min, lowest), Math.min(max, highest), isLong);
  }

  /// Whether the lower bound is more than what the Java type can hold anyway.
  public boolean hasMin() {
    return min > (isLong ? Long.MIN_VALUE : Integer.MIN_VALUE);
  }

  /// Whether the upper bound is less than what the Java type can hold anyway.
  public boolean hasMax() {
    return max < (isLong ? Long.MAX_VALUE : Integer.MAX_VALUE);
  }

  @Override
  public String wanted() {
    return "a whole number";
  }

  @Override
  public boolean accepts(YamlKind kind) {
    return kind == YamlKind.WHOLE;
  }

  @Override
  public String example() {
    return hasMin() ? Long.toString(Math.max(min, 1)) : "1";
  }

  @Override
  public Number parse(String text) throws RefusedException {
    var number = new BigInteger(text);
    if (number.compareTo(BigInteger.valueOf(min)) < 0) {
      throw refused(text, "small", min + " or more");
    }
    if (number.compareTo(BigInteger.valueOf(max)) > 0) {
      throw refused(text, "large", max + " or less");
    }
    return isLong ? (Number) number.longValue() : number.intValue();
  }

  private RefusedException refused(String text, String how, String allowed) {
    var bounds = hasMin() && hasMax() ? min + " to " + max : allowed;
    return new RefusedException(
        "`" + shown(text) + "` is too " + how + ". Set it to " + bounds + ".");
  }

  private static String shown(String digits) {
    return digits.length() <= 24 ? digits : digits.substring(0, 24) + "…";
  }
}
