package io.dataflow.api.model.read;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.RefusedException;
import io.dataflow.api.model.problem.YamlPath;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.ListType;
import io.dataflow.api.model.type.MapType;
import io.dataflow.api.model.type.OpaqueType;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.type.ScalarType;
import io.dataflow.api.model.type.ValueType;
import io.dataflow.api.model.type.ValueType.OptionsType;
import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlList;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes records of what stands in a manifest. It goes on after a problem, so that all of them are
/// found at once; a record is made only when everything in it is right.
public final class ModelReader {
  private final Optional<Secrets> secrets;
  private final List<Problem> problems = new ArrayList<>();

  private ModelReader(Optional<Secrets> secrets) {
    this.secrets = secrets;
  }

  /// Reads a record.
  ///
  /// @param path where the tree stands in its manifest
  /// @param secrets where values of Secrets come from; when empty, references to Secrets are
  /// checked
  ///     by their shape alone and their fields hold nothing
  public static <T> Outcome<T> read(
      Class<T> type, Yaml tree, String path, Optional<Secrets> secrets) {
    var reader = new ModelReader(secrets);
    var value = reader.value(RecordModel.of(type), tree, new Place(path, "", ""));
    return new Outcome<>(value.map(type::cast), List.copyOf(reader.problems));
  }

  Optional<Secrets> secrets() {
    return secrets;
  }

  void report(Problem problem) {
    problems.add(problem);
  }

  /// The value; empty when it is wrong, which then has been reported.
  Optional<Object> value(ValueType type, Yaml yaml, Place place) {
    return switch (type) {
      case ScalarType scalar -> scalar(scalar, yaml, place);
      case ListType list -> list(list, yaml, place);
      case MapType map -> map(map, yaml, place);
      case RecordModel record ->
          object(type, yaml, place)
              .flatMap(
                  object -> new RecordReader(this, record, object, place.path(), Set.of()).read());
      case ChoiceModel choice ->
          object(type, yaml, place)
              .flatMap(object -> ChoiceReader.alone(this, choice, object, place.path()));
      case OpaqueType opaque -> opaque(opaque, yaml, place);
      case OptionsType options ->
          object(options, yaml, place).flatMap(it -> new OptionsReader(this, place).read(it));
    };
  }

  private Optional<Object> scalar(ScalarType type, Yaml yaml, Place place) {
    if (!(yaml instanceof YamlScalar scalar) || !type.accepts(scalar.kind())) {
      return mismatch(type, yaml, place);
    }
    if (scalar.text().codePointCount(0, scalar.text().length()) > type.longest()) {
      return tooMuch(place, type.longest(), "characters", "Shorten it.");
    }
    try {
      return Optional.of(type.parse(scalar.text()));
    } catch (RefusedException e) {
      problems.add(new Problem(place.path(), e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Object> list(ListType type, Yaml yaml, Place place) {
    if (!(yaml instanceof YamlList list)) {
      return mismatch(type, yaml, place);
    }
    if (list.items().size() > type.most()) {
      return tooMuch(place, type.most(), "items", "Take some out.");
    }
    var items = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      if (isEmptyText(list.items().get(i))) {
        problems.add(
            new Problem(YamlPath.item(place.path(), i), "empty. Give it a value or remove it."));
      } else {
        value(type.item(), list.items().get(i), place.item(i)).ifPresent(items::add);
      }
    }
    return items.size() == list.items().size() ? Optional.of(List.copyOf(items)) : Optional.empty();
  }

  private Optional<Object> map(MapType type, Yaml yaml, Place place) {
    return object(type, yaml, place)
        .flatMap(
            object -> {
              if (object.fields().size() > type.most()) {
                return tooMuch(place, type.most(), "keys", "Take some out.");
              }
              var map = new LinkedHashMap<Object, Object>();
              object
                  .fields()
                  .forEach(
                      (name, value) -> {
                        var key = key(type.key(), name, place);
                        var read = value(type.value(), value, place.below(name));
                        if (key.isPresent() && read.isPresent()) {
                          map.put(key.get(), read.get());
                        }
                      });
              return map.size() == object.fields().size() ? Optional.of(map) : Optional.empty();
            });
  }

  private Optional<Object> key(ScalarType type, String name, Place place) {
    try {
      return Optional.of(type.parse(name));
    } catch (RefusedException e) {
      problems.add(new Problem(place.below(name).path(), e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Object> opaque(OpaqueType type, Yaml yaml, Place place) {
    return object(type, yaml, place)
        .flatMap(
            object -> {
              var wrong = KubernetesCheck.of(type.kubernetes(), object, place.path());
              problems.addAll(wrong);
              return wrong.isEmpty() ? object.plain() : Optional.empty();
            });
  }

  private Optional<YamlObject> object(ValueType type, Yaml yaml, Place place) {
    if (yaml instanceof YamlObject object) {
      return Optional.of(object);
    }
    mismatch(type, yaml, place);
    return Optional.empty();
  }

  private Optional<Object> mismatch(ValueType type, Yaml yaml, Place place) {
    problems.add(new Problem(place.path(), Wording.mismatch(type, yaml, place)));
    return Optional.empty();
  }

  private Optional<Object> tooMuch(Place place, int most, String of, String remedy) {
    problems.add(new Problem(place.path(), "more than " + most + " " + of + ". " + remedy));
    return Optional.empty();
  }

  static boolean isEmptyText(Yaml yaml) {
    return yaml instanceof YamlScalar scalar && !scalar.isAbsent() && scalar.text().isBlank();
  }
}
