package io.dataflow.operator.crd;

import io.dataflow.api.model.yaml.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The manifests that the model's own tests read, as objects for an API server: those that are
/// YAML, and one `DataFlow` each. What merges keys is none: kubectl has done that before it asks.
record Corpus(Path folder, String kind) {
  private static final List<String> WHOLE = List.of("apiVersion", "kind", "metadata", "spec");
  private static final List<String> OWN = List.of("name", "labels", "annotations");

  static Corpus of(String kind) {
    return new Corpus(Path.of("../api/src/test/resources/manifests", kind), "DataFlow");
  }

  /// Those of flows on a schedule.
  static Corpus ofCrons(String kind) {
    return new Corpus(Path.of("../api/src/test/resources/manifests", kind), "DataFlowCron");
  }

  List<Flow> flows() {
    try (var files = Files.list(folder)) {
      return files.sorted().toList().stream().flatMap(this::of).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Stream<Flow> of(Path file) {
    try {
      var cases = YamlDocument.all(Files.readString(file)).getFirst().root().plain().orElseThrow();
      return ((List<?>) cases).stream().flatMap(it -> flow(file, (Map<?, ?>) it).stream());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Optional<Flow> flow(Path file, Map<?, ?> fields) {
    var documents = YamlDocument.all((String) fields.get("manifest"));
    boolean merges = fields.get("manifest").toString().contains("<<:");
    if (merges || documents.size() != 1 || !documents.getFirst().problems().isEmpty()) {
      return Optional.empty();
    }
    var problems = fields.get("problems") instanceof List<?> list ? list : List.of();
    return documents
        .getFirst()
        .root()
        .plain()
        .flatMap(this::object)
        .map(
            object ->
                new Flow(
                    file.getFileName() + ": " + fields.get("name"),
                    object,
                    problems.stream().map(Object::toString).toList()));
  }

  /// The object that kubectl would send; empty when it would not send any to this kind's address.
  private Optional<Map<String, Object>> object(Object plain) {
    if (!(plain instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    var object = new LinkedHashMap<String, Object>();
    if (WHOLE.stream().noneMatch(map::containsKey) && map.containsKey("source")) {
      object.put("apiVersion", "dataflow.dataflow.io/v1");
      object.put("kind", "DataFlow");
      object.put("metadata", Map.of("name", "flow"));
      object.put("spec", map);
    } else {
      map.forEach((key, value) -> object.put((String) key, value));
    }
    if (object.get("metadata") instanceof Map<?, ?> metadata) {
      var own = new LinkedHashMap<>(metadata);
      own.keySet().retainAll(OWN);
      object.put("metadata", own);
    }
    return "dataflow.dataflow.io/v1".equals(object.get("apiVersion"))
            && kind.equals(object.get("kind"))
        ? Optional.of(object)
        : Optional.empty();
  }

  /// One manifest, and what the model finds wrong with it.
  record Flow(String name, Map<String, Object> object, List<String> problems) {
    List<String> errors() {
      return problems.stream().filter(problem -> !problem.startsWith("warning: ")).toList();
    }

    /// Where the errors are.
    List<String> paths() {
      return errors().stream().map(error -> error.substring(0, error.indexOf(": "))).toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
