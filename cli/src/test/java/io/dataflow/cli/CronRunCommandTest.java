package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One run of a flow on a schedule, here and now.
class CronRunCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path folder;

  private Path cron(KafkaFlow flow, String triggers) throws IOException {
    var manifest =
        Files.readString(flow.manifest(folder))
            .replace("kind: DataFlow", "kind: DataFlowCron")
            .replace("spec:\n", "spec:\n  schedule: \"0 3 * * *\"\n" + triggers);
    return Files.writeString(folder.resolve("cron.yaml"), manifest);
  }

  private String write(String name) {
    return "    - image: any\n      command: [/bin/sh, -c, 'echo $0 $DATAFLOW_ERROR_COUNT > "
        + folder.resolve(name)
        + "', $(DATAFLOW_PROCESSED_COUNT)]\n";
  }

  @Test
  void endsWhenTheSourceIsExhaustedAndShowsTheTriggers() throws IOException {
    var flow = KafkaFlow.fresh();
    flow.produce(20);
    var run = CommandLineRun.of("run", cron(flow, "  triggers:\n" + write("a")));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(flow.written()).hasSize(20);
    assertThat(run.out()).contains("not run here without --triggers", "0  trigger-0  any: /bin/sh");
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void runsTheTriggersInOrderUntilOneFails() throws IOException {
    var flow = KafkaFlow.fresh();
    flow.produce(20);
    var fails = "    - {image: any, command: [/bin/sh, -c, exit 3]}\n";
    var triggers = "  triggers:\n" + write("a") + fails + write("c");
    var run = CommandLineRun.of("run", cron(flow, triggers), "--triggers");
    assertThat(run.code()).isOne();
    assertThat(run.err()).contains("trigger 1 ended with exit code 3");
    assertThat(folder.resolve("a")).hasContent("20 0");
    assertThat(folder.resolve("c")).doesNotExist();
  }

  @Test
  void refusesATriggerThatCannotRunHereBeforeAnythingRuns() throws IOException {
    var flow = KafkaFlow.fresh();
    flow.produce(1);
    var run =
        CommandLineRun.of("run", cron(flow, "  triggers:\n    - image: curl\n"), "--triggers");
    assertThat(run.code()).isOne();
    assertThat(run.err()).contains("trigger 0 cannot run here: it has no `command`");
    assertThat(flow.written()).isEmpty();
  }

  @Test
  void aProcessorThatIsStoppedBeforeItsSourceIsExhaustedHasNotSucceeded() throws Exception {
    var port = FreePort.any();
    var nowhere = FreePort.any();
    var spec =
        Files.writeString(
            folder.resolve("spec.json"),
            """
            {"source": {"type": "kafka", "config": {"brokers": ["127.0.0.1:%1$d"], "topic": "a"}},
             "sink": {"type": "kafka", "config": {"brokers": ["127.0.0.1:%1$d"], "topic": "b"}}}
            """
                .formatted(nowhere));
    var last = Files.writeString(folder.resolve("last"), "");
    var words =
        List.of(
            "processor",
            "--spec-path=" + spec,
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--until-exhausted");
    var environment = Map.of("TERMINATION_MESSAGE_PATH", last.toString());
    try (var process = CommandProcess.start(folder.resolve("log"), words, environment)) {
      Await.until("life", LIMIT, () -> Http.get(port, "/livez").startsWith("200"));
      assertThat(process.endsOn("TERM", LIMIT)).isOne();
      assertThat(last).content().contains("Stopped before the source was exhausted.", "failed");
    }
  }
}
