package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private static final String FLOW =
      """
      source: {type: kafka, config: {brokers: ['k:9092'], topic: orders}}
      transformations:
        - {type: filter, config: {condition: "$.total > 0 || metadata.topic == 'raw'"}}
        - {type: mask, when: $.card, config: {fields: [card]}}
        - {type: timestamp, config: {fieldName: at.seen}}
        - type: router
          config:
            routes:
              - condition: $.total >= 900
                sink: {type: postgresql, config: {connectionString: 'postgres://u:geheim@h/d', table: large}}
      sink: {type: kafka, config: {brokers: ['k:9092'], topic: clean}}
      """;
  private static final String ERRORS =
      "errors: {type: kafka, config: {brokers: ['k:9092'], topic: broken}}\n";

  @TempDir Path folder;
  private Path flow;

  @BeforeEach
  void write() throws IOException {
    flow = write("flow.yaml", FLOW);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private CommandLineRun explain(String lines) {
    return CommandLineRun.withInput(
        lines, "explain", flow, "--input", "-", "--now", "2026-03-01T10:15:00Z");
  }

  @Test
  void drawsWhatEachStepDoes() {
    var run = explain("{\"total\": 950.0, \"card\": \"4929\"}\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            stdin:1
              ╭───────────────╮
              │ kafka  orders │
              ╰─┬─────────────╯
                │ {"total": 950.0, "card": "4929"}
                │
                ├ 1 filter  $.total > 0 || metadata.topic == 'raw'
                │   ✓ passes  $.total is 950.0, metadata.topic is missing
                │
                ├ 2 mask  card
                │   ✓ when $.card  holds  $.card is "4929"
                │   ~ $.card  "4929" → "***"
                │
                ├ 3 timestamp  at.seen
                │   + $.at  {"seen":"2026-03-01T10:15:00Z"}
                │
                ├ 4 router
                │   ✓ route-0  $.total >= 900  holds  $.total is 950.0
                │   ▶ to route-0
                │
                ├─▶ route-0  postgresql  large
                │     {"total":950.0,"card":"***","at":{"seen":"2026-03-01T10:15:00Z"}}
                ╰── main     kafka       clean

            """);
  }

  @Test
  void saysWhyAMessageIsDropped() {
    assertThat(explain("{\"total\": 0}\n").out())
        .endsWith(
            """
                │ {"total": 0}
                │
                ├ 1 filter  $.total > 0 || metadata.topic == 'raw'
                │   ✗ does not hold  $.total is 0, metadata.topic is missing
                │
                ╰─╳ dropped, which counts as handled

            """);
  }

  @Test
  void saysWhyAMessageIsRejectedAndWhereItGoes() throws IOException {
    var lines = "{\"total\":1,\"at\":\"noon\"}\n";
    var reason = "│   ✗ rejected  `at.seen` cannot be set";
    assertThat(explain(lines).out())
        .contains(reason, "│   ✗ when $.card  does not hold: left out  $.card is missing")
        .contains("╰─╳ the flow ends right before this record: it has no error sink");
    write("flow.yaml", FLOW + ERRORS);
    assertThat(explain(lines).out())
        .contains(reason, "╰─▶ errors   kafka       broken\n")
        .contains("the reason, and the original: {\"total\":1,\"at\":\"noon\"}")
        .doesNotContain("then the flow ends");
    write("flow.yaml", FLOW + ERRORS.replace("broken}}", "broken}, ackPolicy: never}"));
    assertThat(explain(lines).out()).contains("then the flow ends: spec.errors.ackPolicy");
  }

  @Test
  void explainsEachLineAndCountsThem() {
    var run = explain("{\"total\":1}\n\n{\"total\":2}\n{\"total\":0}\n");
    assertThat(run.lines())
        .contains("stdin:1", "stdin:3", "stdin:4")
        .endsWith("3 messages: 2 to main, 1 dropped");
    var two =
        CommandLineRun.withInput(
            "{\"total\":0}\n{}\n{}\n", "explain", flow, "--input", "-", "--sample", 2);
    assertThat(two.lines()).doesNotContain("stdin:3").endsWith("2 messages: 2 dropped");
  }

  @Test
  void takesMessagesWithMetadataInTheFormOfSamples() throws IOException {
    var line =
        "{\"value\":{\"a\":1},\"metadata\":{\"topic\":\"raw\",\"key\":\"7\",\"headers\":{\"h\":\"x\"}}}\n";
    var input = write("in.jsonl", line);
    var run = CommandLineRun.of("explain", flow, "--input", input);
    assertThat(run.out())
        .contains("│ metadata {\"topic\":\"raw\",\"key\":\"7\",\"headers\":{\"h\":\"x\"}}")
        .contains("│ {\"a\":1}")
        .contains("✓ passes  $.total is missing, metadata.topic is \"raw\"")
        .contains("│   ▶ no route takes it: on to main");
    write("in.jsonl", line + "{\"a\":1}\n");
    var wrong = CommandLineRun.of("explain", flow, "--input", input);
    assertThat(wrong.code()).isOne();
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err())
        .startsWith("dataflow: " + input + ":2: not `{\"value\": …, \"metadata\": {…}}`. ");
  }

  @Test
  void saysWhenThereIsNoMessage() throws IOException {
    var none = CommandLineRun.of("explain", flow, "--input", folder.resolve("none.jsonl"));
    assertThat(none.code()).isOne();
    assertThat(none.err()).contains("none.jsonl: no such file");
    var empty = CommandLineRun.of("explain", flow, "--input", write("in.jsonl", "\n\n"));
    assertThat(empty.code()).isOne();
    assertThat(empty.err()).contains("in.jsonl: no message in it. Write one a line.");
  }

  @Test
  void nothingInAMessageReachesTheTerminalAsACommand() {
    var run = explain("\u001b[31mno \u202eJSON\u009b2J\n");
    assertThat(run.out())
        .contains("│ not JSON  �[31mno �JSON�2J")
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void aSampleBringsItsInputAndItsTime() throws IOException {
    write("in.jsonl", "{\"total\":1}\n");
    write("now", "2020-01-01T00:00:00Z\n");
    assertThat(CommandLineRun.of("explain", folder).out())
        .contains(folder.resolve("in.jsonl") + ":1\n", "2020-01-01T00:00:00Z");
  }

  @Test
  void theFlowAloneIsDrawnWhenThereIsNoMessage() {
    var run = CommandLineRun.of("explain", flow);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("│  2 mask       card  when $.card", "├─▶ route-0  postgresql  large")
        .contains("--input FILE or --sample N shows what it does to messages.");
  }

  @Test
  void valuesOfSecretsAreNotShown() throws IOException {
    write("flow.yaml", FLOW.replace("topic: clean", "topicSecretRef: {name: s, key: topic}"));
    assertThat(explain("{\"total\":1}\n").out())
        .contains("╰─▶ main     kafka       (Secret s, key");
    Files.createDirectories(folder.resolve("secrets/s"));
    write("secrets/s/topic", "hush");
    for (var more : new String[] {"--full", "--input=" + write("in.jsonl", "{\"total\":1}\n")}) {
      var run = CommandLineRun.of("explain", flow, "--secrets", folder.resolve("secrets"), more);
      assertThat(run.code()).isZero();
      assertThat(run.out())
          .contains("(Secret s, key topic)")
          .doesNotContain("hush", "geheim", "unknown");
    }
  }

  @Test
  void cutsLongValuesUnlessAllIsWanted() {
    var line = "{\"total\":1,\"card\":\"" + "x".repeat(300) + "\"}\n";
    assertThat(explain(line).lines())
        .allMatch(it -> it.length() <= 100)
        .anyMatch(it -> it.endsWith("…"));
    var full = CommandLineRun.withInput(line, "explain", flow, "--input", "-", "--full");
    assertThat(full.lines()).allMatch(it -> it.length() <= 100);
    assertThat(full.out().replaceAll("\\s+│?\\s*", "")).contains("x".repeat(300));
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThat(CommandLineRun.of("explain", flow, "--sample", 0).code()).isEqualTo(2);
    assertThat(CommandLineRun.of("explain", flow, "--sample", 0).err())
        .contains("--sample: write a number from 1 to 1000.");
    assertThat(CommandLineRun.of("explain", "-", "--input", "-").code()).isEqualTo(2);
    assertThat(CommandLineRun.of("explain", folder.getParent()).err())
        .contains(": no sample. A sample is");
  }
}
