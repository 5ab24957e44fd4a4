package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
  private static final String FLOW =
      """
      source: {type: kafka, config: {brokers: [kafka:9092], topic: in}}
      transformations:
        - {type: filter, config: {condition: "!($.drop)"}}
        - {type: timestamp, config: {fieldName: meta.at}}
        - type: router
          config:
            routes:
              - condition: $.a == 2
                sink: {type: kafka, config: {brokersSecretRef: {name: k, key: b}, topic: two}}
      sink: {type: kafka, config: {brokers: [kafka:9092], topic: out}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    write("flow.yaml", FLOW);
    write(
        "in.jsonl",
        """
        {"a": 1.50, "b": [1, {"c": "x"}]}
        {"a": 2}
        {"a": 3, "drop": true}
        {"a": 4, "meta": "a text"}
        no JSON
        """);
    write(
        "out.jsonl",
        """
        {"b": [1, {"c": "x"}], "a": 1.50, "meta": {"at": "2026-03-01T10:15:00Z"}}
        no JSON
        """);
    write("dead.jsonl", "{\"meta\": \"a text\", \"a\": 4}\n");
    write("routes/0.jsonl", "{\"a\": 2, \"meta\": {\"at\": \"2026-03-01T10:15:00Z\"}}\n");
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private CommandLineRun test() {
    return CommandLineRun.of("test", folder, "--now", "2026-03-01T10:15:00Z");
  }

  @Test
  void passesWhenAllIsTheSame() {
    var run = test();
    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().getFirst())
        .isEqualTo("✓ " + folder + ": 5 in, 2 out, 1 on routes, 1 dead");
    assertThat(run.lines().getLast()).matches("1 sample passed, 5 messages in [0-9.]+ s");
    assertThat(run.code()).isZero();
  }

  @Test
  void takesTheTimeFromTheSample() throws IOException {
    write("now", "2026-03-01T10:15:00Z\n");
    assertThat(CommandLineRun.of("test", folder).code()).isZero();
    assertThat(CommandLineRun.of("test", folder, "--now", "2026-03-01T10:15:01Z").code()).isOne();
  }

  @Test
  void showsWhereAMessageIsDifferent() throws IOException {
    write(
        "out.jsonl",
        """
        {"a": 1.5, "b": [1, {"c": "x"}], "meta": {"at": "2026-03-01T10:15:00Z"}}
        no JSON
        """);
    var run = test();
    assertThat(run.code()).isOne();
    assertThat(run.lines())
        .hasSize(5)
        .startsWith(
            "✗ " + folder + ": 1 difference; 5 in, 2 out, 1 on routes, 1 dead",
            "    out.jsonl:1: $.a: expected 1.5, got 1.50",
            "      expected  {\"a\": 1.5, \"b\": [1, {\"c\": \"x\"}], \"meta\": {\"at\":"
                + " \"2026-03-01T10:15:00Z\"}}",
            "      actual    {\"a\":1.50,\"b\":[1, {\"c\": \"x\"}],\"meta\":{\"at\":"
                + "\"2026-03-01T10:15:00Z\"}}");
    assertThat(run.lines().getLast())
        .matches("1 sample: 0 passed, 1 failed, 5 messages in [0-9.]+ s");
  }

  @Test
  void showsWhatIsMissingAndWhatIsNotExpected() throws IOException {
    write("out.jsonl", "{\"a\":0}\nno JSON\n");
    write("dead.jsonl", "{\"a\": 4, \"meta\": \"a text\"}\n{\"a\": 5}\n");
    Files.delete(folder.resolve("routes/0.jsonl"));
    write("routes/1.jsonl", "{\"a\": 7}\n");
    assertThat(test().lines())
        .containsSubsequence(
            "    dead.jsonl:2: expected, but not there",
            "      expected  {\"a\": 5}",
            "    out.jsonl:1: $.a: expected 0, got 1.50",
            "    routes/0.jsonl: not there, but 1 message belongs into it",
            "    routes/1.jsonl:1: expected, but not there");
  }

  @Test
  void comparesMetadataWhereItIsGiven() throws IOException {
    write("flow.yaml", FLOW.replace("\"!($.drop)\"", "metadata.topic == 'raw'"));
    write("in.jsonl", "{\"value\":{\"a\":1},\"metadata\":{\"topic\":\"raw\",\"offset\":7}}\n");
    write(
        "out.jsonl",
        "{\"metadata\":{\"topic\":\"raw\",\"offset\":8},"
            + "\"value\":{\"a\":1,\"meta\":{\"at\":\"2026-03-01T10:15:00Z\"}}}\n");
    Files.delete(folder.resolve("dead.jsonl"));
    Files.delete(folder.resolve("routes/0.jsonl"));
    assertThat(test().lines().get(1))
        .isEqualTo("    out.jsonl:1: metadata.offset: expected 8, got 7");
  }

  @Test
  void writesTheFilesWhenAsked() throws IOException {
    Files.delete(folder.resolve("out.jsonl"));
    write("routes/3.jsonl", "{}\n");
    var update = CommandLineRun.of("test", folder, "--now", "2026-03-01T10:15:00Z", "--update");
    assertThat(update.code()).isZero();
    assertThat(test().code()).isZero();
    assertThat(folder.resolve("routes/3.jsonl")).doesNotExist();
    assertThat(folder.resolve("dead.jsonl")).hasContent("{\"a\": 4, \"meta\": \"a text\"}\n");
  }

  @Test
  void saysWhatASampleLacks() throws IOException {
    Files.delete(folder.resolve("out.jsonl"));
    assertThat(test().lines().getFirst())
        .startsWith("✗ " + folder.resolve("out.jsonl") + ": missing. ");
    Files.delete(folder.resolve("in.jsonl"));
    assertThat(test().lines().getFirst())
        .startsWith("✗ " + folder.resolve("in.jsonl") + ": missing. ");
    write("flow.yaml", FLOW.replace("router", "rooter"));
    assertThat(test().lines().getFirst()).contains("flow.yaml: spec.transformations[2].type: ");
    assertThat(test().code()).isOne();
  }

  @Test
  void walksADirectoryOfSamples() throws IOException {
    write("more/flow.yaml", FLOW);
    write("more/in.jsonl", "");
    write("more/out.jsonl", "");
    Files.delete(folder.resolve("flow.yaml"));
    var run = CommandLineRun.of("test", folder);
    assertThat(run.lines().getFirst()).startsWith("✓ " + folder.resolve("more"));
    var none = CommandLineRun.of("test", folder.resolve("routes"));
    assertThat(none.code()).isOne();
    assertThat(none.err()).contains("no sample in it");
    assertThat(CommandLineRun.of("test", folder.resolve("none")).err()).contains("not a directory");
  }

  @Test
  void allOfTheProjectsSamplesPass() {
    var run = CommandLineRun.of("test", "../samples");
    assertThat(run.out()).doesNotContain("✗").contains("✓ ../samples/demo");
    assertThat(run.code()).isZero();
  }
}
