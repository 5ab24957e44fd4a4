package io.dataflow.api.model.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An object: its keys with their values, in the order of the text.
public record YamlObject(Map<String, Yaml> fields, long size) implements Yaml {
  /// An object of these fields.
  public YamlObject(Map<String, Yaml> fields) {
    this(fields, 1 + fields.values().stream().mapToLong(Yaml::size).sum());
  }

  /// The value of a key; empty when the key is not there or `null`, which mean the same.
  public Optional<Yaml> get(String key) {
    return Optional.ofNullable(fields.get(key)).filter(value -> !value.isAbsent());
  }

  @Override
  public String found() {
    return kindFound();
  }

  @Override
  public String kindFound() {
    return "an object";
  }

  @Override
  public Optional<Object> plain() {
    var plain = new LinkedHashMap<String, Object>();
    fields.forEach((key, value) -> value.plain().ifPresent(it -> plain.put(key, it)));
    return Optional.of(plain);
  }
}
