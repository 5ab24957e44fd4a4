package io.dataflow.runtime.contract.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Records;
import io.dataflow.runtime.contract.sink.SinkRoute;
import io.dataflow.testbed.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The tables that the sink makes, and those that it cannot do with.
class ClickhouseCreateTest {
  private static final String CREATE = ", autoCreateTable: true";

  private static TableTarget fresh() {
    return fresh(TableTarget.NEWEST);
  }

  private static TableTarget fresh(String order) {
    var name = Servers.freshName("made");
    return new TableTarget(
        name, ClickhouseSite.inDatabase(name), ClickhouseSite.connectionString(), order);
  }

  private static TableTarget table(String columns, String engine) {
    var table = fresh();
    ClickhouseSite.server()
        .run("CREATE TABLE %s (%s) ENGINE = %s".formatted(table.quoted(), columns, engine));
    return table;
  }

  private static void write(TableTarget table, String settings, List<Message> messages)
      throws UnavailableException {
    try (var route = new SinkRoute("clickhouse", table, settings).open()) {
      assertThat(route.write(new ArrayList<>(messages)).failure()).isEmpty();
    }
  }

  private static String statement(TableTarget table) {
    return ClickhouseSite.server()
        .run("SHOW CREATE TABLE " + table.quoted() + " FORMAT TSVRaw")
        .replaceAll("\\s+", " ");
  }

  private static String refusal(TableTarget table, String settings) {
    try (var route = new SinkRoute("clickhouse", table, settings)) {
      var message = new String[1];
      assertThatThrownBy(route::open)
          .isInstanceOf(FlowException.class)
          .satisfies(e -> message[0] = e.getMessage());
      return message[0];
    }
  }

  @Test
  void aColumnForEachFieldThatMayBeNull() throws UnavailableException {
    var table = fresh();
    var bodies =
        Records.messages("{\"id\":1,\"total\":1.5,\"at\":\"2026-01-31T12:00:00Z\",\"paid\":true}");
    write(table, CREATE, bodies);
    assertThat(statement(table))
        .contains(
            "( `id` Nullable(Int64), `total` Nullable(Decimal(76, 38)),"
                + " `at` Nullable(DateTime64(6, 'UTC')), `paid` Nullable(Bool) )")
        .contains("ENGINE = MergeTree ORDER BY (id)")
        .contains("non_replicated_deduplication_window = 1000");
  }

  @Test
  void aTableForUpsertsWithItsVersion() throws UnavailableException {
    var table = fresh();
    var settings =
        CREATE + ", upsertMode: true, conflictKey: 'region, id', replacingVersionColumn: version";
    write(
        table,
        settings,
        Records.messages(
            "{\"id\":1,\"region\":\"a\",\"version\":2,\"note\":\"new\"}",
            "{\"id\":1,\"region\":\"a\",\"version\":1,\"note\":\"old\"}"));
    assertThat(statement(table))
        .contains("`id` Int64, `region` String, `version` Int64, `note` Nullable(String)")
        .contains("ENGINE = ReplacingMergeTree(version) ORDER BY (region, id)");
    assertThat(table.records()).hasSize(1);
    assertThat(table.records().getFirst().text("note")).isEqualTo("new");
  }

  @Test
  void wholeBodiesWithTheirMetadata() throws UnavailableException {
    var table = fresh(TableTarget.AS_WRITTEN);
    var message =
        new Message(Records.bytes("{\"id\":7}"), Metadata.of(Map.of("topic", "t", "offset", 41L)));
    write(table, CREATE + ", rawMode: true", List.of(message));
    assertThat(statement(table))
        .contains("`data` String, `_metadata` String, `created_at` DateTime DEFAULT now()")
        .contains("ENGINE = MergeTree ORDER BY (created_at)");
    assertThat(table.records().getFirst().text("data")).isEqualTo("{\"id\":7}");
    assertThat(table.records().getFirst().text("_metadata")).contains("\"offset\":41");
  }

  @Test
  void wholeBodiesWithAColumnForEachPieceOfMetadata() throws UnavailableException {
    var table = fresh();
    var message =
        new Message(Records.bytes("{\"id\":7}"), Metadata.of(Map.of("key", "k", "offset", 41L)));
    write(
        table,
        CREATE
            + ", rawMode: true, flattenMetadataColumns: true, flattenMetadataColumnsPrefix: kafka_"
            + ", upsertMode: true, conflictKey: kafka_key",
        List.of(message));
    assertThat(statement(table))
        .contains("`kafka_offset` Nullable(Int64)", "`kafka_key` String")
        .contains("ENGINE = ReplacingMergeTree ORDER BY (kafka_key)");
    assertThat(table.records().getFirst().text("kafka_offset")).isEqualTo("41");
  }

  @Test
  void whatCannotWorkIsSaidBeforeTheFirstRecord() {
    var plain = table("id Int32, v Int32", "MergeTree ORDER BY id");
    var replacing = table("id Int32, v Int32", "ReplacingMergeTree(v) ORDER BY id");
    assertThat(refusal(plain, ", upsertMode: true"))
        .contains("needs a table of the engine ReplacingMergeTree", "is a MergeTree");
    assertThat(refusal(replacing, ", upsertMode: true, conflictKey: v"))
        .contains("`conflictKey` must be the sorting key", "`id`");
    assertThat(refusal(replacing, ", upsertMode: true, replacingVersionColumn: w"))
        .contains("names `w`", "Its columns: id, v");
    assertThat(refusal(replacing, ", upsertMode: true, replacingVersionColumn: id"))
        .contains("the engine of", "ReplacingMergeTree(v)");
    assertThat(refusal(plain, ", rawMode: true"))
        .contains("`rawMode` writes the column `data`", "ADD COLUMN data String");
    var nowhere = new TableTarget("nowhere.t", "nowhere.t", ClickhouseSite.connectionString(), "");
    assertThat(refusal(nowhere, CREATE)).contains("CREATE DATABASE nowhere");
  }

  @Test
  void whatAnswersWithoutBeingClickhouseIsASettingThatIsWrong() throws Exception {
    try (var other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerNotFound(other));
      var table =
          new TableTarget("t", "t", "http://127.0.0.1:" + other.getLocalPort() + "/shop", "");
      assertThat(refusal(table, "")).contains("no ClickHouse's HTTP interface", "Correct");
    }
  }

  private static void answerNotFound(ServerSocket door) {
    try (var client = door.accept()) {
      client.getInputStream().readNBytes(1);
      client
          .getOutputStream()
          .write(Records.bytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
      client.getOutputStream().flush();
      client.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
