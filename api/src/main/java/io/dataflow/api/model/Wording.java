package io.dataflow.api.model;

import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlScalar;

/// The sentences about what is wrong with a field, made from what the model says of it.
final class Wording {
  private Wording() {}

  /// A required field that is not there, or has nothing in it.
  static String lacking(String how, Field field) {
    if (field.constant().isPresent()) {
      return how + ". Write `" + field.name() + ": " + field.constant().get() + "`.";
    }
    var words = new StringBuilder(how).append(". ").append(withoutStop(field.doc()));
    switch (field.type()) {
      case ChoiceModel choice ->
          words.append(": `type`, one of ").append(Words.list(choice.names())).append(", and `config`");
      case RecordModel record -> words.append(": an object with ").append(Words.list(record.keys()));
      case ScalarType _, ListType _, MapType _, OpaqueType _ -> {
        if (!field.example().isEmpty()) {
          words.append(", for example `").append(field.example()).append('`');
        }
      }
    }
    field.refKey().ifPresent(ref -> words.append("; or give `").append(ref).append('`'));
    return words.append('.').toString();
  }

  /// A value of another kind than the wanted one.
  static String mismatch(ValueType type, Yaml found, Place place) {
    var head = "wants " + type.wanted() + ", found ";
    if (!(type instanceof ScalarType scalar)) {
      return head + found.kindFound() + "." + remedy(type, place);
    }
    if (!(found instanceof YamlScalar value) || value.isAbsent()) {
      return head + found.kindFound() + "." + remedy(type, place);
    }
    if (scalar.isSecret()) {
      return head + found.kindFound() + ". Put it in quotes.";
    }
    if (scalar.accepts(io.dataflow.api.model.yaml.YamlKind.TEXT)) {
      var quoted = place.written("\"" + value.text() + "\"");
      return head + found.found() + ". Put it in quotes: `" + quoted + "`.";
    }
    return head + found.found() + "." + remedy(type, place);
  }

  private static String remedy(ValueType type, Place place) {
    return switch (type) {
      case RecordModel record -> " Its keys are " + Words.list(record.keys()) + ".";
      case ChoiceModel _ -> " Its keys are " + Words.list(ChoiceModel.KEYS) + ".";
      case OpaqueType opaque -> " Its keys are " + Words.list(opaque.kubernetes().keys()) + ".";
      case MapType map -> " Write for example `" + place.written("{key: " + example(map.value()) + "}") + "`.";
      case ListType _ when place.example().isEmpty() -> " Begin each item with `- `.";
      case ListType _ -> " Write for example `" + place.written(place.example()) + "`.";
      case ScalarType scalar -> {
        var example = place.example().isEmpty() ? scalar.example() : place.example();
        yield " Write for example `" + place.written(example) + "`.";
      }
    };
  }

  /// A value that a field may have, as it would stand in YAML; empty when there is no short one.
  static String example(Field field) {
    if (!field.example().isEmpty()) {
      return field.example();
    }
    return field.fallback().filter(text -> !text.equals("[]")).orElse("");
  }

  private static String example(ValueType type) {
    return type instanceof ScalarType scalar ? scalar.example() : "value";
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
