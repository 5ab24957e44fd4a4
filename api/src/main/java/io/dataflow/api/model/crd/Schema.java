package io.dataflow.api.model.crd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A structural schema as the API server wants it, while it is being put together.
final class Schema {
  private String description = "";
  private final Map<String, Object> keys = new LinkedHashMap<>();
  private final Map<String, Schema> properties = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();
  private final List<Invariant> invariants = new ArrayList<>();

  static Schema of(String type) {
    return new Schema().with("type", type);
  }

  /// A value of any kind, which the API server keeps as it is.
  static Schema open() {
    return new Schema().with("x-kubernetes-preserve-unknown-fields", true);
  }

  static Schema text(int longest) {
    return of("string").with("maxLength", longest);
  }

  static Schema list(Schema item, int most) {
    return of("array").with("maxItems", most).with("items", item);
  }

  static Schema map(Schema value, int most) {
    return of("object").with("maxProperties", most).with("additionalProperties", value);
  }

  Schema with(String key, Object value) {
    keys.put(key, value);
    return this;
  }

  Schema without(String key) {
    keys.remove(key);
    return this;
  }

  Schema described(String text) {
    description = text;
    return this;
  }

  Schema property(String name, Schema schema) {
    properties.put(name, schema);
    return this;
  }

  Schema require(String name) {
    required.add(name);
    return this;
  }

  Schema holds(Invariant invariant) {
    invariants.add(invariant);
    return this;
  }

  String description() {
    return description;
  }

  Optional<Object> key(String name) {
    return Optional.ofNullable(keys.get(name));
  }

  boolean hasProperty(String name) {
    return properties.containsKey(name);
  }

  List<Invariant> invariants() {
    return List.copyOf(invariants);
  }

  /// The keys in the order in which a person reads them.
  Map<String, Object> printed() {
    var printed = new LinkedHashMap<String, Object>();
    if (!description.isEmpty()) {
      printed.put("description", description);
    }
    keys.forEach(
        (key, value) -> printed.put(key, value instanceof Schema it ? it.printed() : value));
    if (!required.isEmpty()) {
      printed.put("required", List.copyOf(required));
    }
    if (!invariants.isEmpty()) {
      printed.put("x-kubernetes-validations", invariants.stream().map(Invariant::printed).toList());
    }
    if (!properties.isEmpty()) {
      var below = new LinkedHashMap<String, Object>();
      properties.forEach((name, schema) -> below.put(name, schema.printed()));
      printed.put("properties", below);
    }
    return printed;
  }

  /// Whether both say the same of a value, whatever words they have for it.
  boolean isLike(Schema other) {
    var mine = printed();
    var theirs = other.printed();
    mine.remove("description");
    theirs.remove("description");
    return mine.equals(theirs);
  }
}
