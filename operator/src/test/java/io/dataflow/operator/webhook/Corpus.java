package io.dataflow.operator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflow.api.model.yaml.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The manifests that `dataflow validate` is tested with, as objects that reach an API server: not
/// those that are no
/// YAML, or no single object, or hold what an object cannot hold.
record Corpus(String kind) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// @param problems what is said about it, in order
  record Case(String name, JsonNode object, List<String> problems) {
    @Override
    public String toString() {
      return name;
    }

    boolean isRefused() {
      return problems.stream().anyMatch(problem -> !problem.startsWith("warning: "));
    }
  }

  Stream<Case> cases() {
    try (var files = Files.list(Path.of("../api/src/test/resources/manifests", kind))) {
      return files.sorted().toList().stream().flatMap(Corpus::ofFile);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Case> ofFile(Path file) {
    try {
      var cases =
          (List<?>) YamlDocument.all(Files.readString(file)).getFirst().root().plain().get();
      return cases.stream().flatMap(it -> of(file, (Map<?, ?>) it).stream());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<Case> of(Path file, Map<?, ?> fields) {
    var documents = YamlDocument.all((String) fields.get("manifest"));
    var problems = Optional.<Object>ofNullable(fields.get("problems")).orElse(List.of());
    boolean reachesAnApiServer =
        documents.size() == 1
            && documents.getFirst().problems().isEmpty()
            && !problems.toString().contains("found nothing");
    return Optional.of(documents)
        .filter(_ -> reachesAnApiServer)
        .flatMap(it -> it.getFirst().root().plain())
        .map(JSON::<JsonNode>valueToTree)
        .filter(ObjectNode.class::isInstance)
        .map(
            object ->
                new Case(
                    file.getFileName() + ": " + fields.get("name"),
                    whole((ObjectNode) object),
                    ((List<?>) problems).stream().map(Object::toString).toList()));
  }

  /// A spec alone gets what makes it an object.
  private static JsonNode whole(ObjectNode object) {
    boolean bare = Stream.of("apiVersion", "kind", "metadata", "spec").noneMatch(object::has);
    if (!bare || !object.has("source") && !object.has("sink")) {
      return object;
    }
    var whole = JSON.createObjectNode();
    whole.put("apiVersion", "dataflow.dataflow.io/v1").put("kind", "DataFlow");
    whole.putObject("metadata").put("name", "orders");
    whole.set("spec", object);
    return whole;
  }
}
