package io.dataflow.cli.chaos;

import io.dataflow.cli.chaos.world.ChaosServers;
import io.dataflow.cli.chaos.world.ServerKind;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A topic into ClickHouse under kills, cuts and restarts. No PostgreSQL is started for it.
class ClickhouseChaosTest {
  private static ChaosServers servers;

  @TempDir private Path folder;

  @BeforeAll
  static void startServers() {
    servers = ChaosServers.start(Set.of(ServerKind.KAFKA, ServerKind.CLICKHOUSE));
  }

  @AfterAll
  static void stopServers() {
    servers.close();
  }

  @Test
  void fromKafkaToClickhouse() throws Exception {
    keepsItsPromises(
        "kc",
        """
        {type: clickhouse, config: {connectionString: 'http://ch:8123/shop', table: web.numbers}}
        """,
        "{type: clickhouse, config: {connectionString: 'http://ch:8123/shop', table: rejected}}");
  }

  /// What is repeated takes the place of what was there, so each record is there once.
  @Test
  void fromKafkaToTheNewestRowsOfClickhouse() throws Exception {
    keepsItsPromises(
        "kc-newest",
        """
        {type: clickhouse, config: {connectionString: 'http://ch:8123/shop', table: newest, upsertMode: true, conflictKey: 'key, seq'}}
        """,
        "{type: kafka, config: {brokers: ['kafka:9092'], topic: kc-newest-rejected}}");
  }

  private void keepsItsPromises(String name, String sink, String errors) throws Exception {
    var source =
        """
        {type: kafka, config: {brokers: ['kafka:9092'], topic: %1$s-in, consumerGroup: %1$s}}
        """
            .formatted(name);
    var step = "{type: remove, config: {fields: [text]}}";
    var flow = ChaosTrial.flow(source, step, sink, errors);
    new ChaosTrial(servers, folder).keepsItsPromises(ChaosTrial.HALF, flow);
  }
}
