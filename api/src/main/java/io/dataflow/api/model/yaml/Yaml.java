package io.dataflow.api.model.yaml;

import java.util.Optional;

/// A value as it stands in a manifest, YAML or JSON, before anything is known of its meaning. What
/// it prints never holds the value itself, because it may be a secret.
public sealed interface Yaml permits YamlObject, YamlList, YamlScalar {
  /// What it is, in words for a person: `a list`, `the number 5`.
  String found();

  /// What it is, without the value: `a list`, `a number`.
  String kindFound();

  /// The number of values in it, itself included: aliases can make little text into very many.
  long size();

  /// The value in Java's own types: maps, lists, texts, numbers, booleans; empty for `null`.
  Optional<Object> plain();

  /// Whether nothing was written, or `null`.
  default boolean isAbsent() {
    return false;
  }
}
