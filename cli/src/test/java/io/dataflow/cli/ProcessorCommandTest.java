package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.testbed.server.Await;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void runsAsAPodUntilItIsToldToEnd() throws Exception {
    var flow = KafkaFlow.fresh();
    flow.produce(500);
    var port = FreePort.any();
    var words =
        List.of(
            "processor",
            "--spec-path=" + flow.manifest(folder),
            "--namespace=shop",
            "--name=orders",
            "--zap-devel=true",
            "--zap-encoder",
            "console",
            "--bind-address=127.0.0.1",
            "--port=" + port);
    try (var process = CommandProcess.start(folder.resolve("log"), words)) {
      Await.until("the records", LIMIT, () -> flow.written().size() == 500);
      assertThat(Http.get(port, "/readyz")).isEqualTo("200 ready\n");
      assertThat(Http.get(port, "/status")).contains("\"state\":\"running\"", ":500,");
      assertThat(Http.get(port, "/metrics"))
          .contains("dataflow_messages_received_total")
          .contains("name=\"orders\"", "namespace=\"shop\"");
      assertThat(process.endsOn("TERM", LIMIT)).isZero();
      assertThat(process.output()).contains("\"dataflow_name\":\"orders\"");
    }
  }

  @Test
  void knowsTheKindsOfFlows() throws IOException {
    var spec = KafkaFlow.fresh().manifest(folder).toString();
    var run = CommandLineRun.of("processor", "--spec-path", spec, "--kind", "DataJob");
    assertThat(run.code()).isOne();
    assertThat(run.err())
        .contains("--kind: `DataJob` is not known. Write DataFlow or DataFlowCron.");
  }

  @Test
  void endsWithOneWhenTheSpecIsWrong() throws IOException {
    var spec = Files.writeString(folder.resolve("spec.json"), "{\"source\":{\"type\":\"kafka\"}}");
    var run = CommandLineRun.of("processor", "--spec-path", spec);
    assertThat(run.code()).isOne();
    assertThat(run.err()).contains(spec + ": spec.sink: missing.");
  }

  @Test
  void opensItsPortOnTheAddressThatThePodIsGiven() throws Exception {
    var port = FreePort.any();
    var words =
        List.of("processor", "--spec-path=" + KafkaFlow.fresh().manifest(folder), "--port=" + port);
    var address = Map.of("BIND_ADDRESS", "127.0.0.7");
    try (var process = CommandProcess.start(folder.resolve("log"), words, address)) {
      Await.until("ready", LIMIT, () -> Http.get("127.0.0.7", port, "/readyz").startsWith("200"));
      assertThatThrownBy(() -> Http.get(port, "/readyz")).isInstanceOf(ConnectException.class);
      assertThat(process.endsOn("TERM", LIMIT)).isZero();
    }
  }
}
