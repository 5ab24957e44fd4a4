package io.dataflow.api.model.read;

import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.FlagType;
import io.dataflow.api.model.type.ListType;
import io.dataflow.api.model.type.MapType;
import io.dataflow.api.model.type.OpaqueType;
import io.dataflow.api.model.type.ParsedType;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.type.ScalarType;
import io.dataflow.api.model.type.TextType;
import io.dataflow.api.model.type.ValueType;
import io.dataflow.api.model.type.ValueType.OptionsType;
import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlScalar;
import java.util.Optional;
import java.util.stream.Stream;

/// The sentences about what is wrong with a field, made from what the model says of it.
final class Wording {
  private Wording() {}

  /// A value of another kind than the wanted one. What it is, is said only where it cannot be a
  /// secret: for a single value that is none.
  static String mismatch(ValueType type, Yaml found, Place place) {
    var head = "wants " + type.wanted() + ", found ";
    if (!(type instanceof ScalarType scalar)
        || !(found instanceof YamlScalar value)
        || value.isAbsent()) {
      return head + found.kindFound() + "." + remedy(type, place);
    }
    if (scalar.isSecret()) {
      return head + found.kindFound() + ". Put it in quotes.";
    }
    return head
        + found.found()
        + "."
        + quotes(scalar, value, place).orElseGet(() -> remedy(type, place));
  }

  private static Optional<String> quotes(ScalarType type, YamlScalar found, Place place) {
    if (type instanceof TextType || type instanceof ParsedType) {
      var quoted = place.written("\"" + found.text() + "\"");
      return Optional.of(" Put it in quotes: `" + quoted + "`.");
    }
    return type.accepts(YamlScalar.plain(found.text()).kind())
        ? Optional.of(" Take the quotes away: `" + place.written(found.text()) + "`.")
        : Optional.empty();
  }

  private static String remedy(ValueType type, Place place) {
    return switch (type) {
      case RecordModel record -> " " + keys(record);
      case ChoiceModel _ -> " Give it " + Words.list(ChoiceModel.KEYS) + ".";
      case OpaqueType opaque -> " Give it " + Words.list(opaque.kubernetes().keys()) + ".";
      case OptionsType _ -> written(place, "{key: value}");
      case MapType map -> written(place, "{key: " + example(map.value()) + "}");
      case ListType _ when place.example().isEmpty() -> " Begin each item with `- `.";
      case ListType _ -> written(place, place.example());
      case FlagType _ ->
          " Write `" + place.written("true") + "` or `" + place.written("false") + "`.";
      case ScalarType scalar ->
          written(place, place.example().isEmpty() ? scalar.example() : place.example());
    };
  }

  private static String written(Place place, String value) {
    return " Write for example `" + place.written(value) + "`.";
  }

  /// What a record's object must have; what it may have when it must have nothing.
  private static String keys(RecordModel record) {
    var required =
        record.fields().stream()
            .filter(Field::required)
            .flatMap(field -> field.inline() ? field.keys().stream() : Stream.of(field.name()))
            .toList();
    return required.isEmpty()
        ? "Its keys are " + Words.list(record.keys()) + "."
        : "Give it " + Words.list(required) + ".";
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
}
