package io.dataflow.api.model.read;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.RefusedException;
import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.rule.Constraints;
import io.dataflow.api.model.rule.Values;
import io.dataflow.api.model.secret.SecretRef;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.FieldWords;
import io.dataflow.api.model.type.ListType;
import io.dataflow.api.model.type.MapType;
import io.dataflow.api.model.type.ParsedType;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.type.ScalarType;
import io.dataflow.api.model.type.ValueType;
import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlList;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads one object as one record: its keys, its fields, then the rules of the whole.
final class RecordReader {
  private final ModelReader reader;
  private final RecordModel model;
  private final YamlObject object;
  private final String path;
  private final KeyCheck keys;
  private final Set<String> misplaced;
  private final Map<String, String> pathsOfRefs = new HashMap<>();

  /// @param misplaced keys that have been found elsewhere and reported there
  RecordReader(
      ModelReader reader,
      RecordModel model,
      YamlObject object,
      String path,
      Set<String> misplaced) {
    this.reader = reader;
    this.model = model;
    this.object = object;
    this.path = path;
    this.misplaced = misplaced;
    this.keys = new KeyCheck(model.keys(), model::later);
  }

  /// The record; empty when something is wrong with it, which then has been reported.
  Optional<Object> read() {
    keys.check(object, path, new RecordHome(model, object));
    var arguments = model.fields().stream().map(this::argument).toList();
    keys.problems().forEach(reader::report);
    if (!keys.problems().isEmpty() || arguments.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    var values = arguments.stream().map(Optional::get).toList();
    return checked(Values.of(model.create(values.toArray()), model.fields(), values));
  }

  private Optional<Object> argument(Field field) {
    var value = field(field);
    if (!field.optional()) {
      return value;
    }
    // An optional field that nobody wrote is right; one that was written and has no value is not.
    return value.isPresent() || !isWritten(field) ? Optional.of(value) : Optional.empty();
  }

  private boolean isWritten(Field field) {
    return field.keys().stream()
        .flatMap(key -> object.get(key).stream())
        .anyMatch(value -> !isLeftOut(field, value));
  }

  /// Forms and templates write an empty text for what nobody filled in. What has a grammar of its
  /// own decides itself, unless it must be there.
  private static boolean isLeftOut(Field field, Yaml value) {
    return ModelReader.isEmptyText(value)
        && (field.required() || !(field.type() instanceof ParsedType));
  }

  private Optional<Object> field(Field field) {
    if (field.type() instanceof ChoiceModel choice && field.inline()) {
      return new ChoiceReader(reader, choice, object, path, keys).read();
    }
    var place = Place.of(field, path);
    var plain = object.get(field.name()).filter(it -> !isLeftOut(field, it));
    var ref = field.refKey().flatMap(object::get);
    if (ref.isPresent()) {
      // The Secret wins, but a plain value beside it must be right as well.
      boolean right = plain.isEmpty() || reader.value(field.type(), plain.get(), place).isPresent();
      return fromSecret(field, ref.get()).filter(value -> right);
    }
    if (plain.isPresent()) {
      return present(field, plain.get(), place);
    }
    if (field.required()) {
      lacking(field, place);
      return Optional.empty();
    }
    return field.fallback().map(text -> fallback(field.type(), text));
  }

  private Optional<Object> present(Field field, Yaml value, Place place) {
    var constant = field.constant();
    var read = reader.value(field.type(), value, place);
    if (read.isPresent() && constant.isPresent() && !constant.get().equals(read.get())) {
      var found = "`" + Words.shown(read.get().toString()) + "` is not known. ";
      reader.report(
          new Problem(place.path(), found + "Write `" + place.written(constant.get()) + "`."));
      return Optional.empty();
    }
    if (isEmpty(field.type(), value)) {
      reader.report(new Problem(place.path(), FieldWords.lacking("empty", field)));
      return Optional.empty();
    }
    field
        .noEffect()
        .filter(_ -> read.filter(it -> isSet(field, it)).isPresent())
        .ifPresent(why -> reader.report(withoutEffect(why, place)));
    return read.filter(it -> fits(field, it, place));
  }

  /// Whether nothing is in a list or map that must hold something.
  private static boolean isEmpty(ValueType type, Yaml value) {
    return switch (value) {
      case YamlList list -> type instanceof ListType it && it.notEmpty() && list.items().isEmpty();
      case YamlObject map -> type instanceof MapType it && it.notEmpty() && map.fields().isEmpty();
      case YamlScalar _ -> false;
    };
  }

  private static boolean isSet(Field field, Object value) {
    return field.optional()
        || field.fallback().filter(text -> fallback(field.type(), text).equals(value)).isEmpty();
  }

  private static Problem withoutEffect(String why, Place place) {
    return Problem.warning(place.path(), "no effect yet: " + why + ". Remove it.");
  }

  private boolean fits(Field field, Object value, Place place) {
    var otherwise = field.otherwise().filter(_ -> !value.toString().matches(field.pattern().get()));
    otherwise.ifPresent(
        words ->
            reader.report(
                new Problem(place.path(), "`" + Words.shown(value.toString()) + "` " + words)));
    return otherwise.isEmpty();
  }

  private void lacking(Field field, Place place) {
    if (field.keys().stream().noneMatch(key -> keys.meant(key) || misplaced.contains(key))) {
      var how = object.get(field.name()).isPresent() ? "empty" : "missing";
      reader.report(new Problem(place.path(), FieldWords.lacking(how, field)));
    }
  }

  private Optional<Object> fromSecret(Field field, Yaml ref) {
    var refKey = field.refKey().orElseThrow();
    var place = Place.of(path, refKey);
    pathsOfRefs.put(field.name(), refKey);
    return reader
        .value(RecordModel.of(SecretRef.class), ref, place)
        .map(SecretRef.class::cast)
        .flatMap(it -> new SecretValue(field, it, place.path()).read(reader));
  }

  private Optional<Object> checked(Values values) {
    var problems = Constraints.problems(model, values).stream().map(this::atItsPlace).toList();
    problems.forEach(reader::report);
    return problems.stream().anyMatch(Problem::isError)
        ? Optional.empty()
        : Optional.of(values.record());
  }

  private Problem atItsPlace(Problem problem) {
    var relative = pathsOfRefs.getOrDefault(problem.path(), problem.path());
    return new Problem(relative, problem.message(), problem.severity()).below(path);
  }

  private static Object fallback(ValueType type, String text) {
    if (!(type instanceof ScalarType scalar)) {
      return List.of();
    }
    try {
      boolean quoted = text.startsWith("'");
      return scalar.parse(quoted ? text.substring(1, text.length() - 1) : text);
    } catch (RefusedException e) {
      throw new IllegalStateException("the model's own default is wrong: " + e.getMessage(), e);
    }
  }
}
