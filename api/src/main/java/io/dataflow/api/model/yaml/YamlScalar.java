package io.dataflow.api.model.yaml;

import io.dataflow.api.model.problem.Words;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/// A text, number, boolean or nothing, with its characters as they were written.
public record YamlScalar(String text, YamlKind kind) implements Yaml {
  /// A scalar written without quotes.
  public static YamlScalar plain(String text) {
    return new YamlScalar(text, YamlKind.ofPlain(text));
  }

  @Override
  public boolean isAbsent() {
    return kind == YamlKind.NOTHING;
  }

  @Override
  public String found() {
    return switch (kind) {
      case NOTHING -> kind.words();
      case FLAG -> "`" + text + "`";
      case WHOLE, FRACTION -> "the number `" + Words.shown(text) + "`";
      case TEXT -> text.isEmpty() ? "an empty text" : "the text `" + Words.shown(text) + "`";
    };
  }

  @Override
  public String kindFound() {
    return kind.words();
  }

  @Override
  public long size() {
    return 1;
  }

  @Override
  public Optional<Object> plain() {
    return switch (kind) {
      case NOTHING -> Optional.empty();
      case FLAG -> Optional.of(Boolean.valueOf(text));
      case WHOLE -> Optional.of(whole());
      case FRACTION -> Optional.of(new BigDecimal(text));
      case TEXT -> Optional.of(text);
    };
  }

  private Object whole() {
    var number = new BigInteger(text);
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }

  @Override
  public String toString() {
    return kind.words();
  }
}
