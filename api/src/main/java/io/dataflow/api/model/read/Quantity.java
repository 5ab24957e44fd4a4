package io.dataflow.api.model.read;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// Amounts as Kubernetes writes them: `500m`, `0.5`, `512Mi`, `1e3`.
final class Quantity {
  static final String REMEDY = " Write for example `500m`, `2`, `512Mi` or `1G`.";

  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
  private static final Map<String, BigDecimal> SUFFIXES =
      Map.ofEntries(
          Map.entry("", BigDecimal.ONE),
          Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
          Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
          Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
          Map.entry("k", BigDecimal.ONE.movePointRight(3)),
          Map.entry("M", BigDecimal.ONE.movePointRight(6)),
          Map.entry("G", BigDecimal.ONE.movePointRight(9)),
          Map.entry("T", BigDecimal.ONE.movePointRight(12)),
          Map.entry("P", BigDecimal.ONE.movePointRight(15)),
          Map.entry("E", BigDecimal.ONE.movePointRight(18)),
          Map.entry("Ki", KIBI),
          Map.entry("Mi", KIBI.pow(2)),
          Map.entry("Gi", KIBI.pow(3)),
          Map.entry("Ti", KIBI.pow(4)),
          Map.entry("Pi", KIBI.pow(5)),
          Map.entry("Ei", KIBI.pow(6)));

  private Quantity() {}

  /// The amount; empty when the text means none.
  static Optional<BigDecimal> parse(String text) {
    int end = text.length();
    while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    var factor = SUFFIXES.get(text.substring(end));
    if (factor == null || end == 0 || end > 40) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text.substring(0, end)).multiply(factor));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
