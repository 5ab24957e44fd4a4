package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void movesWhatIsThereAndEndsWhenIdle() throws IOException {
    var flow = KafkaFlow.fresh();
    flow.produce(1_000);
    var run = CommandLineRun.of("run", flow.manifest(folder), "--until-idle", "2s");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(flow.written()).hasSize(1_000).first().isEqualTo("{\"id\":0,\"card\":\"***\"}");
    assertThat(run.out())
        .contains(
            "│ kafka  " + flow.in() + " │",
            "╰─▶ main  kafka  " + flow.out(),
            "read 1,000   main 1,000   dropped 0   dead letters 0",
            "ended well");
  }

  @Test
  void endsWellWhenInterrupted() throws Exception {
    var flow = KafkaFlow.fresh();
    flow.produce(100);
    var words = List.of("run", flow.manifest(folder).toString());
    try (var run = CommandProcess.start(folder.resolve("log"), words)) {
      Await.until("the records", LIMIT, () -> flow.written().size() == 100);
      assertThat(run.endsOn("INT", LIMIT)).isZero();
      assertThat(run.output()).contains("read 100   main 100   ").contains("  ended well");
    }
  }

  @Test
  void aSpecAloneNeedsNoName() throws IOException {
    var flow = KafkaFlow.fresh();
    flow.produce(1);
    var whole = Files.readString(flow.manifest(folder));
    var spec = whole.substring(whole.indexOf("spec:\n") + 6).indent(-2);
    var run = CommandLineRun.withInput(spec, "run", "-", "--until-idle", "2s");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void showsAllProblemsBeforeAnythingRuns() throws IOException {
    var file = Files.writeString(folder.resolve("flow.yaml"), "source: {type: kafka}\n");
    var run = CommandLineRun.of("run", file);
    assertThat(run.code()).isOne();
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.startsWith(file.toString()))
        .last()
        .asString()
        .isEqualTo(file + " cannot run: 3 problems");
  }

  @Test
  void saysWhichFileIsNotThere() {
    var run = CommandLineRun.of("run", folder.resolve("none.yaml"));
    assertThat(run.code()).isOne();
    assertThat(run.err()).startsWith(folder.resolve("none.yaml") + ": no such file.");
  }

  @Test
  void saysWhyItCannotRun() throws IOException {
    var flow = new KafkaFlow(KafkaFlow.fresh().in(), "no-such-topic");
    var run = CommandLineRun.of("run", flow.manifest(folder), "--until-idle", "2s");
    assertThat(run.code()).isOne();
    assertThat(run.err()).startsWith("dataflow: ").contains("no-such-topic").hasLineCount(1);
  }

  @Test
  void takesSecretsFromADirectory() throws IOException {
    var flow = KafkaFlow.fresh();
    flow.produce(1);
    var manifest = flow.manifest(folder);
    var text = Files.readString(manifest);
    Files.writeString(
        manifest,
        text.replace("topic: " + flow.out(), "topicSecretRef: {name: target, key: topic}"));
    Files.createDirectories(folder.resolve("secrets/target"));
    Files.writeString(folder.resolve("secrets/target/topic"), flow.out() + "\n");
    assertThat(CommandLineRun.of("run", manifest).err())
        .contains("topicSecretRef: key `topic` of Secret `target` is not there.");
    var run =
        CommandLineRun.of(
            "run", manifest, "--secrets", folder.resolve("secrets"), "--until-idle", "2s");
    assertThat(run.code()).isZero();
    assertThat(flow.written()).as(run.out() + run.err()).hasSize(1);
  }
}
