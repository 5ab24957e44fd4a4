package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Servers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a record is, it is in the table or in the error sink, once, and the others go on.
class StrangeRecordsTest {
  private static final Pattern KEY = Pattern.compile("\"key\":\\s*\"([^\"]*)\"");
  private static final List<StrangeRecord> RECORDS = StrangeRecord.all();

  @TempDir private Path folder;
  private final NumberTopic topic = NumberTopic.fresh(1);
  private final NumberTable table = NumberTable.keyless();

  @Test
  void areAllInTheTableOrInATableOfErrors() {
    run(table.errors(), "[]");
    check(table.column("SELECT error->'metadata'->>'key' FROM errors"));
  }

  @Test
  void areAllInTheTableOrInATopicOfErrors() {
    var errors = NumberTopic.fresh(1);
    run(Manifest.target(errors.server(), errors.name()), "[]");
    check(keys(errors));
  }

  @Test
  void passThroughSteps() {
    var errors = NumberTopic.fresh(1);
    run(
        Manifest.target(errors.server(), errors.name()),
        "[{type: mask, config: {fields: [card]}}, {type: remove, config: {fields: [none]}}]");
    check(keys(errors));
  }

  private static List<String> keys(NumberTopic errors) {
    return errors.bodies().stream()
        .map(KEY::matcher)
        .map(key -> key.find() ? key.group(1) : "nothing")
        .toList();
  }

  private void run(String errors, String steps) {
    table.run("CREATE TABLE strange (id text, amount numeric, text text, doc jsonb)");
    topic.sendAll(RECORDS.stream().map(record -> record.to(topic.name())).toList());
    var manifest =
        Manifest.of(
                Manifest.topic(topic.server(), topic.name()),
                Manifest.table(Servers.postgresql(), table.database(), "strange"))
            .withErrors(errors)
            .withSteps(steps)
            .in(folder);
    try (var run = ProcessorProcess.run(manifest, "--until-idle", "2s")) {
      assertThat(run.end()).as(run.output()).isZero();
      assertThat(run.output()).doesNotContain("\tat ");
    }
  }

  private void check(List<String> refused) {
    var written = table.column("SELECT id FROM strange");
    var all = new ArrayList<>(refused);
    all.addAll(written);
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(RECORDS.stream().map(StrangeRecord::name).toList());
    assertThat(written)
        .contains("sound-0", "65-bits", "many-digits", "pair", "long", "twice", "line-ends");
    assertThat(refused).contains("not-json", "empty", "tombstone", "zero", "unknown", "too-great");
    assertThat(
            table.column(
                "SELECT amount FROM strange WHERE id IN ('65-bits', 'many-digits') ORDER BY id"))
        .containsExactly(
            "36893488147419103232", "123456789012345678901234567890.123456789012345678901");
    assertThat(table.number("SELECT length(text) FROM strange WHERE id = 'long'"))
        .isEqualTo(8 << 20);
  }
}
