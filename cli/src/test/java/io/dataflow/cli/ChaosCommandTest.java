package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What keeps a run from beginning is said before any server is started.
class ChaosCommandTest {
  private static final String FLOW =
      """
      source: {type: kafka, config: {brokers: [kafka:9092], topic: orders}}
      transformations:
        - {type: select, config: {fields: [seq, text]}}
      sink: {type: kafka, config: {brokers: [kafka:9092], topic: paid}}
      """;

  @TempDir private Path folder;

  @Test
  void aManifestThatDoesNotValidateIsRefusedAsByValidate() throws IOException {
    var run = chaos(FLOW.replace("topic: orders", "topik: orders"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("flow.yaml: spec.source.config.topik: unknown key. Did you mean `topic`?");
  }

  @Test
  void aQueryCannotBeFed() throws IOException {
    var query =
        """
        source:
          type: postgresql
          config: {connectionString: host=db, query: SELECT 1 AS id, changeTrackingColumn: id}
        sink: {type: kafka, config: {brokers: [kafka:9092], topic: paid}}
        """;
    var run = chaos(query);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("flow.yaml: spec.source.config.query: ", "Give `table` in its place");
  }

  @Test
  void anEnvelopeCannotBeFed() throws IOException {
    var changes =
        """
        source:
          type: postgresql-cdc
          config: {connectionString: host=db, slotName: a, publicationName: a, tables: [orders], envelopeFormat: debezium}
        sink: {type: kafka, config: {brokers: [kafka:9092], topic: paid}}
        """;
    var run = chaos(changes);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("flow.yaml: spec.source.config.envelopeFormat: ", "Leave the setting out");
  }

  @Test
  void aWholeBodyInAColumnCannotBeCounted() throws IOException {
    var run =
        chaos(
            FLOW.replace(
                "{type: kafka, config: {brokers: [kafka:9092], topic: paid}}",
                "{type: clickhouse, config: {connectionString: 'http://ch', table: t, rawMode:"
                    + " true}}"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("flow.yaml: sink:main: ", "`rawMode`", "Leave the setting out");
  }

  @Test
  void theStepsMustKeepTheNumber() throws IOException {
    var run = chaos(FLOW.replace("seq, ", ""));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("flow.yaml: spec.transformations: ", "lose the field `seq`", "--number-field");
  }

  @Test
  void someRecordsMustGetThrough() throws IOException {
    var filter = "{type: filter, config: {condition: \"$.status == 'paid'\"}}";
    var run = chaos(FLOW.replace("{type: select, config: {fields: [seq, text]}}", filter));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no record", "gets through the steps", "--records");
  }

  @Test
  void messagesAreJsonObjects() throws IOException {
    var like = Files.writeString(folder.resolve("in.jsonl"), "{\"a\":1}\n[1]\n");
    var run = chaos(FLOW, "--records", like);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("in.jsonl: message 2: not a JSON object");
  }

  @Test
  void nothingToKillIsAMisuse() throws IOException {
    var run = chaos(FLOW, "--kills", "0");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--kills: `0` is less than 1");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    var run = CommandLineRun.of("chaos", folder.resolve("missing.yaml"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("missing.yaml: no such file");
  }

  private CommandLineRun chaos(String flow, Object... more) throws IOException {
    var words = new Object[more.length + 2];
    words[0] = "chaos";
    words[1] = Files.writeString(folder.resolve("flow.yaml"), flow);
    System.arraycopy(more, 0, words, 2, more.length);
    return CommandLineRun.of(words);
  }
}
