package io.dataflow.api.model.read;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.problem.YamlPath;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads an object's `type` and, by what it says, its `config`.
///
/// @param keys the check of the object's keys, already made
record ChoiceReader(
    ModelReader reader, ChoiceModel model, YamlObject object, String path, KeyCheck keys) {

  /// Reads an object that has no other keys.
  static Optional<Object> alone(
      ModelReader reader, ChoiceModel model, YamlObject object, String path) {
    var keys = new KeyCheck(ChoiceModel.KEYS, List::of);
    keys.check(object, path, key -> RecordHome.ofChoice(model, object, key));
    var value = new ChoiceReader(reader, model, object, path, keys).read();
    keys.problems().forEach(reader::report);
    return value.filter(_ -> keys.problems().isEmpty());
  }

  /// The record; empty when something is wrong, which then has been reported.
  Optional<Object> read() {
    var type = object.get("type");
    if (type.isEmpty() && keys.meant("type")) {
      return Optional.empty();
    }
    if (type.isEmpty() || ModelReader.isEmptyText(type.get())) {
      return refuse((type.isEmpty() ? "missing. " : "empty. ") + Words.oneOf(model.names()));
    }
    if (!(type.get() instanceof YamlScalar name)) {
      return refuse(
          "wants text, found " + type.get().kindFound() + ". " + Words.oneOf(model.names()));
    }
    return model
        .model(name.text())
        .map(this::config)
        .orElseGet(() -> refuse(Words.refusal(name.text(), model.names(), model.later())));
  }

  private Optional<Object> config(RecordModel record) {
    var place = Place.of(path, "config");
    var config = object.get("config").orElseGet(() -> new YamlObject(Map.of()));
    return config instanceof YamlObject it
        ? new RecordReader(reader, record, it, place.path(), misplaced()).read()
        : reader.value(record, config, place);
  }

  /// Keys that stand one level too high, or below the type's name: they are not missing as well.
  private Set<String> misplaced() {
    var above = new HashSet<>(object.fields().keySet());
    for (var name : model.names()) {
      if (object.get(name).orElse(null) instanceof YamlObject below) {
        above.addAll(below.fields().keySet());
      }
    }
    return above;
  }

  private Optional<Object> refuse(String message) {
    reader.report(new Problem(YamlPath.field(path, "type"), message));
    return Optional.empty();
  }
}
