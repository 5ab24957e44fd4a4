package io.dataflow.cli.chaos;

import static io.dataflow.cli.chaos.ChaosTrial.HALF;
import static io.dataflow.cli.chaos.ChaosTrial.KILLS;
import static io.dataflow.cli.chaos.ChaosTrial.ONCE;
import static io.dataflow.cli.chaos.ChaosTrial.flow;

import io.dataflow.cli.chaos.world.ChaosServers;
import io.dataflow.cli.chaos.world.ServerKind;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every pair of topics and tables, polled or followed, under kills, cuts and restarts, and those
/// effectively once whose position is in tables: with [ClickhouseChaosTest] the short form of
/// `benchmarks/chaos`.
class ChaosTest {
  private static ChaosServers servers;

  @TempDir private Path folder;

  @BeforeAll
  static void startServers() {
    servers = ChaosServers.start(Set.of(ServerKind.KAFKA, ServerKind.POSTGRESQL));
  }

  @AfterAll
  static void stopServers() {
    servers.close();
  }

  @Test
  void fromKafkaToPostgresql() throws Exception {
    keepsItsPromises(HALF, kafkaToPostgresql("kp"));
  }

  @Test
  void fromKafkaToPostgresqlOnce() throws Exception {
    keepsItsPromises(HALF, kafkaToPostgresql("kp-once") + ONCE);
  }

  private static String kafkaToPostgresql(String name) {
    return flow(
        """
        {type: kafka, config: {brokers: ['kafka:9092'], topic: %1$s-in, consumerGroup: %1$s}}
        """
            .formatted(name),
        "{type: remove, config: {fields: [text]}}",
        """
        {type: postgresql, config: {connectionString: 'host=%s', table: shop.numbers}}
        """
            .formatted(name),
        """
        {type: postgresql, config: {connectionString: 'host=%s', table: rejected}}
        """
            .formatted(name));
  }

  @Test
  void fromKafkaToKafka() throws Exception {
    keepsItsPromises(
        KILLS,
        flow(
            """
            {type: kafka, config: {brokers: ['kafka:9092'], topic: kk-in, consumerGroup: kk}}
            """,
            "{type: timestamp, config: {fieldName: details.at}}",
            "{type: kafka, config: {brokers: ['kafka:9092'], topic: kk-out}}",
            "{type: kafka, config: {brokers: ['kafka:9092'], topic: kk-rejected}}"));
  }

  @Test
  void fromPostgresqlToKafka() throws Exception {
    keepsItsPromises(
        KILLS,
        flow(
            """
            {type: postgresql, config: {connectionString: 'host=pk', table: numbers, pollInterval: 1}}
            """,
            "{type: timestamp, config: {fieldName: details.at}}",
            "{type: kafka, config: {brokers: ['kafka:9092'], topic: pk-out}}",
            "{type: kafka, config: {brokers: ['kafka:9092'], topic: pk-rejected}}"));
  }

  @Test
  void fromPostgresqlToPostgresql() throws Exception {
    keepsItsPromises(HALF, postgresqlToPostgresql("pp"));
  }

  @Test
  void fromPostgresqlToPostgresqlOnce() throws Exception {
    keepsItsPromises(HALF, postgresqlToPostgresql("pp-once") + ONCE);
  }

  private static String postgresqlToPostgresql(String name) {
    return flow(
        """
        {type: postgresql, config: {connectionString: 'host=%s', table: numbers, pollInterval: 1}}
        """
            .formatted(name),
        "{type: remove, config: {fields: [text]}}",
        """
        {type: postgresql, config: {connectionString: 'host=%s-out', table: numbers}}
        """
            .formatted(name),
        """
        {type: postgresql, config: {connectionString: 'host=%s-out', table: rejected}}
        """
            .formatted(name));
  }

  /// Behind a snapshot of the rows that are there when the slot is made.
  @Test
  void fromChangesToKafka() throws Exception {
    keepsItsPromises(
        HALF,
        flow(
            changes("ck", "initial"),
            "{type: timestamp, config: {fieldName: details.at}}",
            "{type: kafka, config: {brokers: ['kafka:9092'], topic: ck-out}}",
            "{type: kafka, config: {brokers: ['kafka:9092'], topic: ck-rejected}}"));
  }

  /// Inserts and updates, from a slot that was there before them.
  @Test
  void fromChangesToPostgresqlOnce() throws Exception {
    keepsItsPromises(
        HALF,
        flow(
                changes("cp", "never"),
                "{type: remove, config: {fields: [text]}}",
                "{type: postgresql, config: {connectionString: 'host=cp-out', table: numbers}}",
                "{type: postgresql, config: {connectionString: 'host=cp-out', table: rejected}}")
            + ONCE);
  }

  private static String changes(String name, String snapshot) {
    return """
    {type: postgresql-cdc, config: {connectionString: 'host=%1$s', slotName: %1$s, publicationName: %1$s, tables: [shop.numbers], snapshotMode: %2$s}}
    """
        .formatted(name, snapshot);
  }

  private void keepsItsPromises(int kills, String manifest) throws Exception {
    new ChaosTrial(servers, folder).keepsItsPromises(kills, manifest);
  }
}
