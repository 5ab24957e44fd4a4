package io.dataflow.runtime.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.template.Schemes;
import io.dataflow.api.template.TemplateFile;
import io.dataflow.api.template.Templates;
import io.dataflow.runtime.FlowRunner;
import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.flow.FlowOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Templates and Kamelets as source and sink, and what Camel cannot read.
class EndpointSourceTest {
  private static final String LINES =
      """
      - routeTemplate:
          id: lines
          parameters: [{name: folder}]
          from:
            uri: "file:{{folder}}"
            parameters: {delay: 20, initialDelay: 0}
            steps:
              - split:
                  tokenize: "\\n"
                  stopOnException: true
                  steps:
                    - to: kamelet:sink
      """;

  private static final String FILES =
      """
      apiVersion: camel.apache.org/v1
      kind: Kamelet
      metadata: {name: files}
      spec:
        definition:
          required: [folder]
          properties:
            folder: {type: string}
        template:
          from:
            uri: kamelet:source
            steps:
              - to:
                  uri: "file:{{folder}}"
                  parameters: {fileName: all, fileExist: Append, appendChars: "\\\\n"}
      """;

  @TempDir Path folder;

  private FlowRunner start(String refused, String... templates) {
    var files =
        java.util.stream.IntStream.range(0, templates.length)
            .mapToObj(i -> new TemplateFile("t" + i + ".yaml", templates[i]))
            .toList();
    var yaml =
        """
        source: {type: template, config: {name: lines, parameters: {folder: %1$s/in}}}
        transformations: [{type: filter, config: {condition: "$.id != %2$s"}}]
        sink: {type: kamelet, config: {name: files, properties: {folder: %1$s/out}}}
        """
            .formatted(folder, refused);
    return FlowRunner.start(
        TestFlow.spec(yaml),
        TestFlow.options()
            .withExtensions(new FlowOptions.Extensions(Templates.of(files), Schemes.byDefault())));
  }

  @Test
  void aTemplateReadsAndAKameletWrites() throws Exception {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/a.jsonl"), "{\"id\": 1}\n{\"id\": 2}\n{\"id\": 3}\n");
    try (var run = start("2", LINES, FILES)) {
      TestFlow.await(() -> Files.exists(folder.resolve("in/.camel/a.jsonl")));
      assertThat(run.failure()).isEmpty();
      assertThat(run.counters().acknowledged()).isEqualTo(3);
    }
    assertThat(Files.readAllLines(folder.resolve("out/all")))
        .containsExactly("{\"id\": 1}", "{\"id\": 3}");
  }

  @Test
  void whatTheFlowDoesNotTakeStaysWhereItIs() throws Exception {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/a.jsonl"), "{\"id\": 1}\n{\"id\": 2}\n");
    Files.createDirectories(folder.resolve("out"));
    var full = FILES.replace("fileExist: Append", "fileExist: Fail");
    try (var run = start("7", LINES, full)) {
      assertThat(run.await()).isEqualTo(1);
      assertThat(run.failure().orElseThrow()).startsWith("sink:main: GenericFileOperationFailed");
    }
    assertThat(Files.readString(folder.resolve("out/all"))).isEqualTo("{\"id\": 1}");
    assertThat(folder.resolve("in/a.jsonl")).exists();
  }

  @Test
  void whatCamelCannotReadIsSaidWithItsPlace() {
    var wrong = LINES.replace("stopOnException: true", "stoppOnException: true");
    assertThatThrownBy(() -> start("7", wrong, FILES))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("t0.yaml: Camel cannot read it")
        .hasMessageContaining("stoppOnException");
  }

  @Test
  void whatCanNeverWorkIsSaidAtOnce() {
    assertThatThrownBy(() -> start("7", LINES))
        .isInstanceOf(FlowException.class)
        .hasMessage("spec.sink.config.name: template `files` is not known. There is only `lines`.");
  }
}
