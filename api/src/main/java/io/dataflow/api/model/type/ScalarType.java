package io.dataflow.api.model.type;

import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.problem.RefusedException;
import io.dataflow.api.model.secret.Secret;
import io.dataflow.api.model.yaml.YamlKind;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// What a single text, number or boolean of a manifest means in Java.
public sealed interface ScalarType extends ValueType
    permits DurationType,
        FlagType,
        MomentType,
        ParsedType,
        SecretType,
        TextType,
        WholeType,
        WordType,
        ZoneType {

  /// Whether what was written can be meant.
  boolean accepts(YamlKind kind);

  /// A value as it would stand in YAML.
  String example();

  /// The value that the characters mean.
  ///
  /// @throws RefusedException when they mean none; it says why and what to write
  Object parse(String text) throws RefusedException;

  /// The most characters that it may have.
  default int longest() {
    return Integer.MAX_VALUE;
  }

  /// The same with another bound to its length, where the length is free.
  default ScalarType within(int longest) {
    return this;
  }

  /// Whether its value must never be shown.
  default boolean isSecret() {
    return false;
  }

  /// The type for a class; empty when it is not one of a single text, number or boolean.
  static Optional<ScalarType> of(Class<?> type) {
    if (type == String.class) {
      return Optional.of(new TextType(Bounds.TEXT));
    } else if (type == Secret.class) {
      return Optional.of(new SecretType(Bounds.TEXT));
    } else if (type == int.class || type == Integer.class) {
      return Optional.of(WholeType.ofInt());
    } else if (type == long.class || type == Long.class) {
      return Optional.of(WholeType.ofLong());
    } else if (type == boolean.class || type == Boolean.class) {
      return Optional.of(new FlagType());
    } else if (type == Duration.class) {
      return Optional.of(new DurationType());
    } else if (type == OffsetDateTime.class) {
      return Optional.of(new MomentType());
    } else if (type == ZoneId.class) {
      return Optional.of(new ZoneType());
    } else if (type.isEnum()) {
      return Optional.of(new WordType(type));
    }
    return ParsedType.of(type);
  }
}
