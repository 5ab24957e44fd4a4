package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.PostgresqlServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that goes away is not a bad record: the flow waits for it, says so, and goes on.
class BrokenServersTest {
  private static final int PORTION = 100;
  private static final int SOME = 4_000;

  private static KafkaServer kafka;
  private static PostgresqlServer postgresql;

  @TempDir private Path folder;
  private NumberTopic topic;
  private NumberTable table;
  private Path manifest;

  @BeforeAll
  static void startServers() {
    kafka = KafkaServer.start();
    postgresql = PostgresqlServer.start();
  }

  @AfterAll
  static void stopServers() {
    kafka.close();
    postgresql.close();
  }

  @BeforeEach
  void make() {
    topic = NumberTopic.fresh(kafka, 3);
    table = NumberTable.keyless(postgresql);
    manifest =
        Manifest.of(Manifest.topic(kafka, topic.name()), table.connector())
            .withErrors(table.errors())
            .in(folder);
  }

  @Test
  void aRestartOfPostgresqlCostsNothing() throws Exception {
    goOnAfter(postgresql::stop, "sink:main", postgresql::restart);
  }

  @Test
  void aKilledPostgresqlCostsNothing() throws Exception {
    goOnAfter(postgresql::kill, "sink:main", postgresql::restart);
  }

  @Test
  void aRestartOfTheBrokerCostsNothing() throws Exception {
    goOnAfter(kafka::stop, "source kafka", kafka::restart);
  }

  @Test
  void aKilledBrokerCostsNothing() throws Exception {
    goOnAfter(kafka::kill, "source kafka", kafka::restart);
  }

  private void goOnAfter(Runnable end, String who, Runnable again) throws Exception {
    try (var feed = new NumberFeed(topic, PORTION);
        var process = ProcessorProcess.pod(manifest)) {
      process.until("rows", () -> table.soundRows() > SOME && process.isReady());
      end.run();
      try {
        process.until("a reason", () -> isMissing(process, who));
      } finally {
        again.run();
      }
      var before = table.rows();
      process.until("more rows", () -> table.soundRows() > before + SOME && process.isReady());
      var sent = feed.end();
      process.until("every record", () -> table.soundRows() >= sent && table.distinct() == sent);
      assertThat(process.terminate()).as(process.output()).isZero();
      assertThat(process.output()).doesNotContain("\tat ");
      System.out.printf("%s was away: %d duplicates%n", who, table.duplicates());
    }
  }

  private static boolean isMissing(ProcessorProcess process, String who) throws Exception {
    var answer = process.get("/readyz");
    return answer.statusCode() == 503 && answer.body().contains(who);
  }
}
