package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.PostgresqlServer;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.server.Ports;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What a person reads who runs a flow in a world that is not as the manifest says: one message,
/// with the connector, what is wrong and what to do; no stack trace, no password, no exit code 0.
@Execution(ExecutionMode.CONCURRENT)
class BadWorldTest {
  private static final String CANARY = "canary-4c1f";
  private static final PostgresqlServer POSTGRESQL = Servers.postgresql();

  @TempDir private Path folder;
  private final NumberTopic topic = NumberTopic.fresh(1);
  private final NumberTable table = NumberTable.keyless();
  private final String source = Manifest.topic(topic.server(), topic.name());

  @Test
  void serversThatDoNotAnswer() {
    var nobody = "127.0.0.1:" + Ports.free();
    var brokers = source.replace(topic.server().bootstrap(), nobody);
    try (var from = run(Manifest.of(brokers, table.connector()));
        var to = run(Manifest.of(source, brokers.replaceAll(", consumerGroup: [^}]*", "")));
        var sink = run(Manifest.of(source, stranger(nobody)));
        var database = run(Manifest.of(stranger(nobody), table.connector()))) {
      says(from, "source kafka: the brokers do not answer", "Look whether they run", "`brokers`");
      says(to, "sink:main kafka: the brokers do not answer", "Look whether they run", "`brokers`");
      says(sink, "sink:main (postgresql " + nobody + "/shop)", "refused");
      says(database, "gave up after 30 s: source postgresql: " + nobody, "refused");
    }
  }

  @Test
  void brokersThatTheDnsDoesNotKnow() {
    var unknown = source.replace(topic.server().bootstrap(), "kafka.nowhere.invalid:9092");
    try (var from = run(Manifest.of(unknown, table.connector()));
        var to = run(Manifest.of(source, unknown.replaceAll(", consumerGroup: [^}]*", "")))) {
      says(from, "gave up after 30 s: source kafka: no name in `brokers` can be resolved. Look");
      says(to, "gave up after 30 s: sink:main kafka: no name in `brokers` can be resolved. Look");
    }
  }

  @Test
  void certificatesThatAreNone() {
    var broken = ", tls: {caFile: '-----BEGIN garbage'}";
    var tls = source.replace(", consumerGroup", broken + ", consumerGroup");
    try (var from = run(Manifest.of(tls, table.connector()));
        var to = run(Manifest.of(source, tls.replaceAll(", consumerGroup: [^}]*", "")))) {
      says(from, "source kafka: the client cannot be made with these settings (", "`tls`");
      says(to, "sink:main kafka: the client cannot be made with these settings (", "`tls`");
    }
  }

  private static String stranger(String address) {
    return Manifest.table("postgres://writer:%s@%s/shop".formatted(CANARY, address), "numbers");
  }

  @Test
  void aTopicThatIsNotThere() {
    var gone = source.replace("topic: " + topic.name(), "topic: nowhere");
    try (var from = run(Manifest.of(gone, table.connector()));
        var to = run(Manifest.of(source, gone.replaceAll(", consumerGroup: [^}]*", "")))) {
      says(from, "source kafka: topic `nowhere` does not exist. Create it, or correct");
      says(to, "sink:main kafka: topic `nowhere` does not exist. Create it, or correct");
    }
  }

  @Test
  void aPasswordThatIsWrong() {
    var user = Servers.freshName("writer");
    POSTGRESQL.createUser(user, "right");
    var wrong =
        "postgres://%s:%s@127.0.0.1:%d/%s"
            .formatted(user, CANARY, POSTGRESQL.port(), table.database());
    try (var sink = run(Manifest.of(source, Manifest.table(wrong, "numbers")));
        var from = run(Manifest.of(Manifest.table(wrong, "numbers"), table.connector()))) {
      says(sink, "sink:main (postgresql ", "the server refuses user or password. Correct them in");
      says(
          from,
          "spec.source.config.connectionString: ",
          "refuses the user or the password. Correct them");
    }
  }

  @Test
  void aTableOrDatabaseThatIsNotThere() {
    var gone = Manifest.table(POSTGRESQL, table.database(), "nowhere");
    var nowhere = Manifest.table(POSTGRESQL, "nowhere", "numbers");
    try (var sink = run(Manifest.of(source, gone));
        var from = run(Manifest.of(gone, table.connector()));
        var database = run(Manifest.of(source, nowhere))) {
      says(sink, "sink:main (postgresql ", "the table `nowhere` does not exist. Create it");
      says(from, "spec.source.config.table: ", "does not have the table `nowhere`. Create it");
      says(database, "sink:main (postgresql ", "database \"nowhere\" does not exist. Create it");
    }
  }

  @Test
  void aTableThatTheUserMayNotUse() {
    var user = Servers.freshName("guest");
    POSTGRESQL.createUser(user, CANARY);
    var guest =
        "postgres://%s:%s@127.0.0.1:%d/%s"
            .formatted(user, CANARY, POSTGRESQL.port(), table.database());
    var closed = Manifest.table(guest, "numbers", "changeTrackingColumn: seq");
    try (var sink = run(Manifest.of(source, Manifest.table(guest, "numbers")));
        var from = run(Manifest.of(closed, table.connector()))) {
      says(
          sink, "the user may not write `numbers`. Run: GRANT INSERT ON", "sink:main (postgresql ");
      says(from, "spec.source.config.table: permission denied", "GRANT SELECT ON");
    }
  }

  @Test
  void aColumnThatIsNotThere() {
    topic.send(List.of(NumberTopic.body(1), "{\"seq\":2,\"colour\":\"" + CANARY + "\"}"));
    var cursor = table.connector("changeTrackingColumn: changed");
    try (var sink = run(Manifest.of(source, table.connector()));
        var from = run(Manifest.of(cursor, Manifest.target(topic.server(), topic.name())))) {
      says(
          sink,
          "sink:main: the table `numbers` has no column `colour`. Take the field out",
          "or add the column. Nothing");
      says(from, "spec.source.config.changeTrackingColumn: ", "no column `changed`", "Name one");
    }
  }

  private ProcessorProcess run(Manifest manifest) {
    return ProcessorProcess.run(manifest.in(folder), "--until-idle", "3s");
  }

  private static void says(ProcessorProcess run, String... parts) {
    assertThat(run.end()).as(run.output()).isOne();
    var lines = run.output().lines().filter(line -> line.contains(parts[0])).toList();
    // Whoever waits for a server is told so while he waits.
    assertThat(lines.stream().filter(line -> line.endsWith("; trying again"))).hasSizeLessThan(2);
    assertThat(lines.stream().filter(line -> !line.endsWith("; trying again")))
        .as(run.output())
        .singleElement()
        .asString()
        .contains(parts);
    assertThat(run.output())
        .doesNotContain(CANARY, "\tat ", "    at ", "Exception", "unexpected:", "--debug");
  }
}
