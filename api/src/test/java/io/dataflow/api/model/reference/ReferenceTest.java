package io.dataflow.api.model.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.spec.DataFlow;
import io.dataflow.api.spec.DataFlowCron;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.transformation.Transformation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The reference in the tree is what the model says today.
class ReferenceTest {
  private static final Path DIRECTORY = Path.of("../docs/reference");
  private static final List<Class<?>> CHOICES =
      List.of(Source.class, Sink.class, Transformation.class);

  private static Map<String, String> rendered() {
    var files = new TreeMap<>(ReferencePages.of(DataFlow.class, CHOICES));
    files.put("dataflow.schema.json", JsonSchema.of(DataFlow.class));
    files.put("dataflowcron.md", ReferencePages.kind(DataFlowCron.class, "DataFlowCron"));
    files.put("dataflowcron.schema.json", JsonSchema.of(DataFlowCron.class));
    return files;
  }

  @Test
  void isWhatTheModelSays() throws IOException {
    var rendered = rendered();
    if (System.getProperty("regenerate") != null) {
      write(rendered);
    }
    assertThat(written())
        .as("docs/reference is not what the model says: run `mvn -q -pl api test -Dregenerate`")
        .isEqualTo(rendered);
  }

  private static void write(Map<String, String> files) throws IOException {
    Files.createDirectories(DIRECTORY);
    for (var old : written().keySet()) {
      Files.delete(DIRECTORY.resolve(old));
    }
    for (var file : files.entrySet()) {
      Files.writeString(DIRECTORY.resolve(file.getKey()), file.getValue());
    }
  }

  private static Map<String, String> written() throws IOException {
    var written = new TreeMap<String, String>();
    try (var files = Files.list(DIRECTORY)) {
      for (var file : files.toList()) {
        written.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return written;
  }

  static Stream<List<String>> examples() {
    return CHOICES.stream()
        .map(ChoiceModel::of)
        .flatMap(
            choice -> choice.names().stream().map(name -> ReferencePages.example(choice, name)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void itsExamplesWork(List<String> example) {
    var manifest = new StringBuilder(String.join("\n", example)).append('\n');
    var kafka = "{type: kafka, config: {brokers: ['kafka:9092'], topic: orders}}\n";
    for (var key : List.of("source", "sink")) {
      if (!example.getFirst().equals(key + ":")) {
        manifest.append(key).append(": ").append(kafka);
      }
    }
    assertThat(Manifest.parse(manifest.toString()).problems()).noneMatch(Problem::isError);
  }

  @Test
  void itsFirstExampleWorks() {
    for (var name : List.of("README.md", "dataflowcron.md")) {
      var page = rendered().get(name);
      var yaml = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n", 20));
      assertThat(Manifest.parse(yaml).problems()).as(yaml).isEmpty();
    }
  }
}
