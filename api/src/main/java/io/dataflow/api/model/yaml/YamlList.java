package io.dataflow.api.model.yaml;

import java.util.List;
import java.util.Optional;

/// A list.
public record YamlList(List<Yaml> items, long size) implements Yaml {
  /// A list of these items.
  public YamlList(List<Yaml> items) {
    this(items, 1 + items.stream().mapToLong(Yaml::size).sum());
  }

  @Override
  public String found() {
    return kindFound();
  }

  @Override
  public String kindFound() {
    return "a list";
  }

  @Override
  public Optional<Object> plain() {
    return Optional.of(items.stream().flatMap(item -> item.plain().stream()).toList());
  }
}
