package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `dataflow test` with many samples, for CI systems, and for as long as somebody writes.
class TestManyTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String FLOW =
      """
      source: {type: kafka, config: {brokers: [kafka:9092], topic: in}}
      transformations: [{type: filter, config: {condition: "!($.drop)"}}]
      sink: {type: kafka, config: {brokers: [kafka:9092], topic: out}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    write("flow.yaml", FLOW);
    write("in.jsonl", "{\"a\":1}\n{\"drop\":true}\n");
    write("out.jsonl", "{\"a\":1}\n");
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void runsManyAtTheSameTimeAndShowsThemInOrder() throws IOException {
    var names = new ArrayList<String>();
    for (int i = 10; i < 40; i++) {
      write("many/" + i + "/flow.yaml", FLOW);
      // The first ones take longest, so that the others are done before them.
      write("many/" + i + "/in.jsonl", "{\"drop\":true}\n".repeat(20_000 / i));
      write("many/" + i + "/out.jsonl", i == 25 ? "{}\n" : "");
      names.add((i == 25 ? "✗ " : "✓ ") + folder.resolve("many/" + i) + ": ");
    }
    var run = CommandLineRun.of("test", folder.resolve("many"), "--parallel", 4);
    assertThat(run.code()).isOne();
    var shown = run.lines().stream().filter(line -> line.contains(" in, ")).toList();
    assertThat(shown).hasSize(30);
    for (int i = 0; i < shown.size(); i++) {
      assertThat(shown.get(i)).startsWith(names.get(i));
    }
    assertThat(run.lines()).endsWith("✗ " + folder.resolve("many/25"), run.lines().getLast());
    assertThat(run.lines().getLast()).startsWith("30 samples: 29 passed, 1 failed, ");
    assertThat(CommandLineRun.of("test", folder.resolve("many"), "--parallel", 1).lines())
        .startsWith(run.lines().subList(0, run.lines().size() - 1).toArray(String[]::new));
  }

  @Test
  void aSampleThatIsNamedTwiceRunsOnce() {
    var run = CommandLineRun.of("test", folder, folder.resolve("../" + folder.getFileName()));
    assertThat(run.lines().getLast()).startsWith("1 sample");
  }

  @Test
  void writesTheResultsAsXmlToo() throws IOException {
    write("out.jsonl", "{\"a\":2}\n{}\n");
    var file = folder.resolve("results/samples.xml");
    var run = CommandLineRun.of("test", folder, "--junit", file);
    assertThat(run.code()).isOne();
    assertThat(file).content().contains("<testcase name=\"" + folder.getFileName() + "\"");
    assertThat(file).content().contains("<failure message=\"2 differences; out.jsonl:1: ");
    var unwritable = CommandLineRun.of("test", folder, "--junit", file.resolve("more"));
    assertThat(unwritable.code()).isOne();
    assertThat(unwritable.err())
        .contains("--junit: " + file.resolve("more") + " cannot be written.");
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThat(CommandLineRun.of("test", folder, "--parallel", 0).code()).isEqualTo(2);
    var both = CommandLineRun.of("test", folder, "--watch", "--update");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("--update writes the files that --watch looks at.");
    assertThat(CommandLineRun.of("test", folder.resolve("none"), "--watch").err())
        .contains("none: not a directory.");
  }

  @Test
  void runsAgainWhatHasChangedUntilItIsInterrupted() throws Exception {
    var words = List.of("test", folder.toString(), "--watch", "--junit", folder + "/samples.xml");
    var log = Files.createTempFile("watch", ".log");
    try (var run = CommandProcess.start(log, words)) {
      Await.until("the first run", LIMIT, () -> run.output().contains("watching"));
      assertThat(run.output()).contains("1 sample passed");
      write("dead.jsonl", "{}\n");
      Await.until("the second run", LIMIT, () -> run.output().split("watching").length == 3);
      assertThat(run.output())
          .contains("changed: " + folder.resolve("dead.jsonl"), "✗ " + folder + ": 1 difference");
      write("more/flow.yaml", FLOW);
      write("more/in.jsonl", "");
      write("more/out.jsonl", "");
      Files.delete(folder.resolve("flow.yaml"));
      Await.until("the new sample", LIMIT, () -> run.output().contains("✓ " + folder + "/more"));
      Await.until("a result", LIMIT, () -> run.output().contains("1 sample passed, 0 messages"));
      assertThat(run.endsOn("INT", LIMIT)).isZero();
      assertThat(run.output()).doesNotContain("samples.xml");
    }
  }
}
