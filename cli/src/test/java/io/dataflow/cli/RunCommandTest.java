package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  @TempDir Path folder;

  @Test
  void movesWhatIsThereAndEndsWhenIdle() throws IOException {
    var flow = KafkaFlow.fresh();
    flow.produce(1_000);
    var run = CommandLineRun.of("run", flow.manifest(folder), "--until-idle", "500ms");
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
    var run = CommandLineRun.of("run", flow.manifest(folder), "--until-idle", "500ms");
    assertThat(run.code()).isOne();
    assertThat(run.out() + run.err()).contains("no-such-topic").doesNotContain("Exception");
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
            "run", manifest, "--secrets", folder.resolve("secrets"), "--until-idle", "500ms");
    assertThat(run.code()).isZero();
    assertThat(flow.written()).hasSize(1);
  }
}
