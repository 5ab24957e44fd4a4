package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
      assertThat(get(port, "/readyz").statusCode()).isEqualTo(200);
      assertThat(get(port, "/metrics").body())
          .contains("dataflow_messages_received_total")
          .contains("name=\"orders\"", "namespace=\"shop\"");
      assertThat(process.endsOn("TERM", LIMIT)).isZero();
      assertThat(process.output()).contains("\"dataflow_name\":\"orders\"");
    }
  }

  @Test
  void endsWithOneWhenTheSpecIsWrong() throws IOException {
    var spec = Files.writeString(folder.resolve("spec.json"), "{\"source\":{\"type\":\"kafka\"}}");
    var run = CommandLineRun.of("processor", "--spec-path", spec);
    assertThat(run.code()).isOne();
    assertThat(run.err()).contains(spec + ": spec.sink: missing.");
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
