package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A look at the source of a flow that runs, or will run: nothing may remember it.
class ExplainLiveTest {
  @TempDir Path folder;
  private final String database = Servers.freshDatabase();

  @Test
  void aTopicIsReadWithoutItsGroupAndNothingIsWritten() throws Exception {
    var topics = KafkaFlow.fresh();
    topics.produce(20);
    var run =
        explain(
            """
            source: {type: kafka, config: {brokers: ['%s'], topic: %s, consumerGroup: g-%2$s}}
            transformations: [{type: mask, config: {fields: [card]}}]
            sink: {type: postgresql, config: {connectionString: '%s', table: t, autoCreateTable: true}}
            errors: {type: postgresql, config: {connectionString: '%3$s', table: e, autoCreateTable: true}}
            delivery: effectivelyOnce
            """
                .formatted(Servers.kafka().bootstrap(), topics.in(), url()),
            2);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .contains("record 1 of the newest 2", "record 2 of the newest 2")
        .contains("    │ {\"id\":19,\"card\":\"4929\"}", "    │   ~ $.card  \"4929\" → \"***\"")
        .endsWith("2 messages: 2 to main");
    assertThat(run.out()).contains("metadata {\"topic\":\"" + topics.in() + "\",\"partition\":0,");
    assertThat(groups()).doesNotContain("g-" + topics.in()).noneMatch(it -> it.contains("explain"));
    assertThat(offsets("g-" + topics.in())).isEmpty();
    assertThat(tables()).isEmpty();
  }

  @Test
  void aTableIsReadWithoutAPositionAndNothingIsWritten() throws Exception {
    var out = KafkaFlow.fresh();
    try (var connection = Servers.postgresql().connection(database);
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE orders AS SELECT n AS id, now() AS updated_at FROM generate_series(1, 9)"
              + " n");
    }
    var run =
        explain(
            """
            source: {type: postgresql, config: {connectionString: '%s', table: orders, autoCreateTable: true}}
            sink: {type: kafka, config: {brokers: ['%s'], topic: %s}}
            """
                .formatted(url(), Servers.kafka().bootstrap(), out.out()),
            1);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("the newest record\n", "│ {\"id\":9,\"updated_at\":");
    assertThat(run.out())
        .contains("metadata {\"table\":\"orders\",\"operation\":\"insert\",\"id\":9}");
    assertThat(tables()).containsExactly("orders");
    assertThat(out.written()).isEmpty();
  }

  @Test
  void aTableThatTheFlowWouldCreateIsNotCreated() throws Exception {
    var run =
        explain(
            """
            source: {type: postgresql, config: {connectionString: '%s', table: absent, autoCreateTable: true}}
            sink: {type: kafka, config: {brokers: ['%s'], topic: none}}
            """
                .formatted(url(), Servers.kafka().bootstrap()),
            1);
    assertThat(run.code()).isOne();
    assertThat(run.err()).contains("dataflow: spec.source: there is no record yet.");
    assertThat(tables()).isEmpty();
  }

  /// Runs the command and looks that it has left no file.
  private CommandLineRun explain(String spec, int records) throws IOException {
    var flow =
        Files.writeString(
            folder.resolve("flow.yaml"),
            "apiVersion: dataflow.dataflow.io/v1\nkind: DataFlow\nmetadata: {name: f}\nspec:\n"
                + spec.indent(2));
    var here = files(Path.of(""));
    var run = CommandLineRun.of("explain", flow, "--sample", records);
    assertThat(files(folder)).containsExactly("flow.yaml");
    assertThat(files(Path.of(""))).isEqualTo(here);
    assertThat(run.out()).doesNotContain("password", url());
    return run;
  }

  private static List<String> files(Path folder) throws IOException {
    try (var files = Files.list(folder.toAbsolutePath())) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  private String url() {
    return Servers.postgresql().connectionString(database);
  }

  private List<String> tables() throws SQLException {
    var names = new ArrayList<String>();
    try (var connection = Servers.postgresql().connection(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT relname FROM pg_stat_user_tables")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static List<String> groups() throws ExecutionException, InterruptedException {
    try (var admin = admin()) {
      return admin.listConsumerGroups().all().get().stream().map(it -> it.groupId()).toList();
    }
  }

  private static Map<?, ?> offsets(String group) throws ExecutionException, InterruptedException {
    try (var admin = admin()) {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", Servers.kafka().bootstrap()));
  }
}
