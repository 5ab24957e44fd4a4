package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

  @TempDir Path folder;

  @Test
  void printsAddressesThatAnswerUntilItIsInterrupted() throws Exception {
    var words = List.of("servers", "postgresql", "Kafka", "postgresql");
    try (var command = CommandProcess.start(folder.resolve("log"), words)) {
      Await.until("servers", LIMIT, () -> command.output().contains("Ctrl-C"));
      assertThat(command.output())
          .startsWith("Starting Kafka, PostgreSQL …\nReady after ")
          .containsPattern("\n  kafka        brokers: \\['127.0.0.1:\\d+']\n")
          .containsPattern("\n  postgresql   connectionString: 'postgres://\\S+/postgres'\n");
      var ports = PORT.matcher(command.output()).results().map(it -> it.group(1)).toList();
      assertThat(ports).hasSize(2);
      for (var port : ports) {
        new Socket("127.0.0.1", Integer.parseInt(port)).close();
      }
      var servers = command.process().descendants().toList();
      command.endsOn("INT", LIMIT);
      assertThat(command.output()).endsWith("Stopped. The servers and all they held are gone.\n");
      Await.until(
          "the end of the servers",
          LIMIT,
          () -> servers.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  @Test
  void saysWhichThereAre() {
    var run = CommandLineRun.of("servers", "oracle");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("`oracle` is no server that can be started here")
        .contains("kafka, schema-registry, postgresql, clickhouse");
    assertThat(CommandLineRun.of("servers").code()).isEqualTo(2);
  }
}
