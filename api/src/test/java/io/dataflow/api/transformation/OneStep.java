package io.dataflow.api.transformation;

import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.model.read.ModelReader;
import io.dataflow.api.model.read.Outcome;
import io.dataflow.api.model.yaml.YamlDocument;
import io.dataflow.api.spec.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One step as a manifest writes it, to try on messages with a header `h`. Rejected ones show as
/// `stage: reason`.
final class OneStep {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:00Z");

  private static final Metadata KNOWN = Metadata.of(Map.of("headers", Map.of("h", "1")));

  private OneStep() {}

  /// What comes out, as texts.
  static List<String> run(String step, String... bodies) {
    var out = new ArrayList<String>();
    var messages =
        Stream.of(bodies)
            .map(it -> new Message(it.getBytes(StandardCharsets.UTF_8), KNOWN))
            .toList();
    var runner = new StepRunner(1, read(step).value().orElseThrow());
    runner
        .run(messages, NOW, (_, stage, reason) -> out.add(stage + ": " + reason))
        .forEach(it -> out.add(new String(it.bytes(), StandardCharsets.UTF_8)));
    return out;
  }

  /// The step as the manifest's reader makes it.
  static Step step(String yaml) {
    return read(yaml).value().orElseThrow();
  }

  /// What is wrong with the step.
  static List<String> problems(String step) {
    return read(step).problems().stream().map(Object::toString).toList();
  }

  private static Outcome<Step> read(String step) {
    var yaml = YamlDocument.all(step).getFirst().root();
    return ModelReader.read(Step.class, yaml, "step", Optional.empty());
  }
}
