package io.dataflow.kubernetes.metrics.exposition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a family of series is, and which endings the names of its series may have.
public enum MetricType {
  COUNTER(""),
  GAUGE(""),
  HISTOGRAM("_bucket", "_sum", "_count"),
  SUMMARY("", "_sum", "_count"),
  UNTYPED("");

  private final List<String> endings;

  MetricType(String... endings) {
    this.endings = List.of(endings);
  }

  /// The type of this name in the text.
  public static Optional<MetricType> named(String word) {
    return Stream.of(values()).filter(type -> type.toString().equals(word)).findFirst();
  }

  /// Whether a series of this name belongs to the family.
  public boolean has(String family, String series) {
    return series.startsWith(family) && endings.contains(series.substring(family.length()));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
