package io.dataflow.runtime.contract.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Records;
import io.dataflow.runtime.contract.sink.SinkCases;
import io.dataflow.runtime.contract.sink.SinkRoute;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.clickhouse.ClickHouseServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What is the world's fault costs time and no record.
class ClickhouseWorldTest {
  private static TableTarget table(String settings) {
    var name = Servers.freshName("world");
    var quoted = ClickhouseSite.inDatabase(name);
    ClickhouseSite.server()
        .run(
            "CREATE TABLE "
                + quoted
                + " (id Int32, note String) ENGINE = MergeTree ORDER BY tuple() SETTINGS "
                + settings);
    return new TableTarget(name, quoted, ClickhouseSite.connectionString(), TableTarget.AS_WRITTEN);
  }

  @Test
  void tooManyPartsAreWaitedFor() throws UnavailableException {
    var table = table("parts_to_delay_insert = 1, parts_to_throw_insert = 2");
    var server = ClickhouseSite.server();
    server.run("SYSTEM STOP MERGES " + table.quoted());
    try (var route = new SinkRoute("clickhouse", table).open()) {
      int written = 0;
      while (route.write(Records.numbered(written + 1, written + 1)).failure().isEmpty()) {
        assertThat(++written).isLessThan(10);
      }
      var messages = Records.numbered(written + 1, written + 1);
      var outcome = route.write(messages);
      assertThat(outcome.failure(UnavailableException.class).orElseThrow())
          .hasMessageContaining("252 TOO_MANY_PARTS");
      assertThat(outcome.rejected()).isEmpty();
      server.run("SYSTEM START MERGES " + table.quoted());
      server.run("OPTIMIZE TABLE " + table.quoted() + " FINAL");
      assertThat(route.writeUntilDone(messages).failure()).isEmpty();
      assertThat(table.ids()).isEqualTo(SinkCases.numbers(1, written + 1));
    }
  }

  @Test
  void aTableThatGoesStopsTheFlow() throws UnavailableException {
    var table = table("index_granularity = 8192");
    try (var route = new SinkRoute("clickhouse", table).open()) {
      assertThat(route.write(Records.numbered(1, 2)).failure()).isEmpty();
      ClickhouseSite.server().run("DROP TABLE " + table.quoted() + " SYNC");
      var outcome = route.write(Records.numbered(3, 4));
      assertThat(outcome.failure().orElseThrow())
          .hasMessageContaining("does not exist")
          .hasMessageContaining("Create it");
      assertThat(outcome.pending()).hasSize(2);
    }
  }

  @Test
  void aColumnOfAnotherTypeIsSeen() throws UnavailableException {
    var table = table("index_granularity = 8192");
    try (var route = new SinkRoute("clickhouse", table).open()) {
      assertThat(route.write(Records.numbered(1, 2)).failure()).isEmpty();
      ClickhouseSite.server()
          .run("ALTER TABLE " + table.quoted() + " MODIFY COLUMN note Nullable(String)");
      assertThat(route.write(Records.numbered(3, 4)).failure()).isEmpty();
    }
    assertThat(table.records()).extracting(row -> row.text("note")).endsWith("n3", "n4");
  }

  @Test
  void aPasswordMayHaveAnyCharacter() throws UnavailableException {
    var table = table("index_granularity = 8192");
    var password = URLEncoder.encode(ClickHouseServer.GUEST_PASSWORD, StandardCharsets.UTF_8);
    var connection = ClickhouseSite.asUser(ClickHouseServer.GUEST, password.replace("+", "%20"));
    var asUser = new TableTarget(table.name(), table.quoted(), connection, TableTarget.AS_WRITTEN);
    try (var route = new SinkRoute("clickhouse", asUser).open()) {
      assertThat(route.write(Records.numbered(1, 2)).failure()).isEmpty();
    }
    assertThat(table.ids()).isEqualTo(SinkCases.numbers(1, 2));
  }

  @Test
  void aKilledServerKeepsWhatItHasAcknowledged() throws UnavailableException {
    try (var server = ClickHouseServer.start()) {
      server.run("CREATE TABLE t (id Int32, note String) ENGINE = MergeTree ORDER BY tuple()");
      var table = new TableTarget("t", "t", server.connectionString("default"), "");
      try (var route = new SinkRoute("clickhouse", table).open()) {
        assertThat(route.write(Records.numbered(1, 1000)).failure()).isEmpty();
        server.kill();
        var messages = Records.numbered(1001, 2000);
        assertThat(route.write(messages).failure(UnavailableException.class)).isPresent();
        server.restart();
        assertThat(route.writeUntilDone(messages).failure()).isEmpty();
      }
      assertThat(server.run("SELECT count(), uniqExact(id) FROM t")).isEqualTo("2000\t2000\n");
    }
  }
}
