package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a step of Camel's makes of a message is known only when others may have it.
class ExplainEndpointTest {
  @TempDir Path folder;

  @Test
  void isDrawnAndNotCalled() throws IOException {
    var flow =
        Files.writeString(
            folder.resolve("flow.yaml"),
            """
            source: {type: kafka, config: {brokers: ['k:9092'], topic: orders}}
            transformations: [{type: camel, config: {uri: 'http://prices:8080/v1'}}]
            sink: {type: kafka, config: {brokers: ['k:9092'], topic: clean}}
            """);
    var run = CommandLineRun.withInput("{}\n", "explain", flow, "--input", "-");
    assertThat(run.code()).isOne();
    assertThat(run.err())
        .contains("flow.yaml: spec.transformations[0]: `explain` calls nobody")
        .contains("Leave --input and --sample out");
    assertThat(CommandLineRun.of("explain", flow).out()).contains("1 camel  http://prices:8080/v1");
  }
}
