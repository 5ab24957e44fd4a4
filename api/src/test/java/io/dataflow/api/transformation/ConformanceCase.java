package io.dataflow.api.transformation;

import io.dataflow.api.json.Json;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.read.ModelReader;
import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlList;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import io.dataflow.api.spec.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One case: a chain, what goes in, what comes out, and what dies on the way.
///
/// @param in bodies, byte for byte
/// @param out expected bodies with the condition of their route; an empty route is the main sink
/// @param asText whether bodies are compared byte for byte and not as trees
record ConformanceCase(
    String name,
    YamlList chain,
    Map<String, Object> metadata,
    List<byte[]> in,
    List<Expected> out,
    List<Dead> dead,
    boolean asText) {

  record Expected(String route, byte[] body) {}

  record Dead(String reason, byte[] body) {}

  static ConformanceCase of(YamlObject yaml) {
    boolean asText = yaml.get("outText").isPresent();
    return new ConformanceCase(
        text(yaml.get("name").orElseThrow()),
        (YamlList) yaml.get("chain").orElseThrow(),
        metadata(yaml),
        yaml.get("inText")
            .map(it -> bodies(it, true))
            .orElseGet(() -> bodies(yaml.get("in").orElseThrow(), false)),
        asText
            ? bodies(yaml.get("outText").get(), true).stream()
                .map(body -> new Expected("", body))
                .toList()
            : expected((YamlList) yaml.get("out").orElseThrow()),
        yaml.get("dead").map(ConformanceCase::dead).orElse(List.of()),
        asText);
  }

  /// The types of the steps that this version does not have.
  List<String> unknownTypes(List<String> known) {
    var unknown = new ArrayList<String>();
    for (var step : chain.items()) {
      var type = text(((YamlObject) step).get("type").orElseThrow());
      if (!known.contains(type)) {
        unknown.add(type);
      }
    }
    return unknown;
  }

  /// The steps, read as those of a manifest are.
  List<Step> steps() {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < chain.items().size(); i++) {
      var path = "spec.transformations[" + i + "]";
      var outcome = ModelReader.read(Step.class, chain.items().get(i), path, Optional.empty());
      if (outcome.problems().stream().anyMatch(Problem::isError)) {
        throw new AssertionError(outcome.problems());
      }
      steps.add(outcome.value().orElseThrow());
    }
    return steps;
  }

  List<Message> messages() {
    return in.stream().map(body -> new Message(body, Metadata.of(metadata))).toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> metadata(YamlObject yaml) {
    return yaml.get("metadata")
        .flatMap(Yaml::plain)
        .map(it -> (Map<String, Object>) it)
        .orElse(Map.of());
  }

  private static List<byte[]> bodies(Yaml yaml, boolean raw) {
    var items = yaml instanceof YamlList list ? list.items() : List.of(yaml);
    return items.stream()
        .map(item -> raw ? utf8(text(item)) : YamlJson.of(item).toBytes())
        .toList();
  }

  private static List<Expected> expected(YamlList list) {
    boolean routed =
        list.items().stream()
            .anyMatch(item -> item instanceof YamlObject it && it.get("route").isPresent());
    var expected = new ArrayList<Expected>();
    for (var item : list.items()) {
      if (routed && item instanceof YamlObject object) {
        var route = object.get("route").map(ConformanceCase::text).orElse("");
        expected.add(new Expected(route, json(object.get("message").orElseThrow())));
      } else {
        expected.add(new Expected("", json(item)));
      }
    }
    return expected;
  }

  private static List<Dead> dead(Yaml yaml) {
    var dead = new ArrayList<Dead>();
    for (var item : ((YamlList) yaml).items()) {
      var object = (YamlObject) item;
      dead.add(
          new Dead(
              text(object.get("reason").orElseThrow()), json(object.get("message").orElseThrow())));
    }
    return dead;
  }

  private static byte[] json(Yaml yaml) {
    Json json = YamlJson.of(yaml);
    return json.toBytes();
  }

  private static String text(Yaml yaml) {
    return ((YamlScalar) yaml).text();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
