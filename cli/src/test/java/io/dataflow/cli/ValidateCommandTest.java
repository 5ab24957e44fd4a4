package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  private static final String GOOD =
      """
      apiVersion: dataflow.dataflow.io/v1
      kind: DataFlow
      metadata: {name: orders}
      spec:
        source: {type: kafka, config: {brokers: [kafka:9092], topic: orders}}
        transformations:
          - {type: filter, config: {condition: "$.status == 'paid'"}}
        sink: {type: kafka, config: {brokers: [kafka:9092], topic: paid}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    write("good.yaml", GOOD);
    write("bad.yaml", GOOD.replace("topic: orders", "topik: orders").replace("'paid'", ""));
    write("notes.txt", "nothing");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void hasNothingToSayOfAGoodOne() {
    var run = CommandLineRun.of("validate", folder.resolve("good.yaml"));
    assertThat(run.lines()).containsExactly("1 file, no problems");
    assertThat(run.code()).isZero();
  }

  @Test
  void showsAllProblemsOfAllFiles() throws IOException {
    var json = write("spec.json", "{\"source\": {\"type\": \"kafca\"}}");
    var run =
        CommandLineRun.of("validate", folder.resolve("bad.yaml"), json, folder.resolve("none"));
    var bad = folder.resolve("bad.yaml") + ": ";
    assertThat(run.code()).isOne();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .containsExactly(
            bad + "spec.source.config.topik: unknown key. Did you mean `topic`?",
            bad
                + "spec.transformations[0].config.condition: `$.status == ` ends after `==`. Put a"
                + " value there, for example `$.status == 'x'`.",
            json
                + ": spec.source.type: `kafca` is not known. Did you mean `kafka`? There are"
                + " `kafka`, `postgresql`, `postgresql-cdc`, `trino`, `camel`, `kamelet`,"
                + " `template`.",
            json
                + ": spec.sink: missing. The main destination: `type`, one of `kafka`,"
                + " `postgresql`, `clickhouse`, `trino`, `camel`, `kamelet`, `template`, and"
                + " `config`.",
            folder.resolve("none") + ": no such file.",
            "3 files, 5 problems");
  }

  @Test
  void takesTheManifestsOfADirectory() {
    var run = CommandLineRun.of("validate", folder);
    assertThat(run.lines().getLast()).startsWith("2 files, ");
    assertThat(run.out()).contains(folder.resolve("bad.yaml").toString());
  }

  @Test
  void readsWhatComesIn() {
    var run = CommandLineRun.withInput(GOOD, "validate", "-");
    assertThat(run.lines()).containsExactly("1 file, no problems");
    assertThat(CommandLineRun.withInput("a: [", "validate", "-").lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("-: ");
  }

  @Test
  void marksWarnings() {
    var polled =
        GOOD.replace(
            "{type: kafka, config: {brokers: [kafka:9092], topic: orders}}",
            "{type: postgresql, config: {connectionString: 'postgres://db/shop', table: orders}}");
    var run = CommandLineRun.withInput(polled, "validate", "-");
    assertThat(run.code()).isZero();
    assertThat(run.lines().getFirst()).startsWith("-: warning: spec.sink: ");
    assertThat(run.lines().getLast()).isEqualTo("1 file, no problems, 1 warning");
  }
}
