package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.model.secret.Secret;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.testbed.PostgresqlServer;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresqlOutageTest {
  private static PostgresqlServer server;
  private static Database database;

  @BeforeAll
  static void start() {
    server = PostgresqlServer.start();
    database = new Database(server, "postgres");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Stream<String> rows(int count) {
    return IntStream.range(0, count).mapToObj(i -> "{'id': " + i + "}");
  }

  @Test
  void losesNothingWhenTheServerDiesInMidStream() throws Exception {
    database.run("CREATE TABLE died (id int PRIMARY KEY)");
    // The server stops in the middle until the lock is free, so the kill comes for sure by then.
    database.run(
        "CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF NEW.id = 25000 THEN"
            + " PERFORM pg_advisory_xact_lock(1); END IF; RETURN NEW; END'");
    database.run("CREATE TRIGGER p BEFORE INSERT ON died FOR EACH ROW EXECUTE FUNCTION pause()");
    try (var writer = Written.writer(database.insert("died"));
        var lock = server.connection("postgres")) {
      writer.open();
      var messages = Database.messages(rows(50_000));
      try (var statement = lock.createStatement()) {
        statement.execute("SELECT pg_advisory_lock(1)");
      }
      var write =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  writer.write(messages, new ArrayList<>(), Mark.none());
                  return "written";
                } catch (UnavailableException e) {
                  return "unavailable";
                }
              });
      Await.until(
          "the writer to wait for the lock",
          Duration.ofMinutes(1),
          () -> database.value("SELECT count(*) FROM pg_locks WHERE NOT granted").equals("1"));
      server.kill();
      assertThat(write.get()).isEqualTo("unavailable");
      assertThat(messages).hasSize(50_000);
      server.restart();
      writer.write(messages, new ArrayList<>(), Mark.none());
      assertThat(messages).isEmpty();
    }
    assertThat(database.value("SELECT count(*) FROM died")).isEqualTo("50000");
  }

  @Test
  void opensANewConnectionAtOnceWhenOnlyTheOldOneIsLost() throws Exception {
    database.run("CREATE TABLE cut (id int PRIMARY KEY)");
    for (var sink : Stream.of(database.insert("cut"), database.upsert("cut")).toList()) {
      try (var writer = Written.writer(sink)) {
        Written.by(writer, rows(10));
        database.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'dataflow'");
        assertThat(Written.by(writer, rows(20)).left()).isEmpty();
      }
    }
    assertThat(database.value("SELECT count(*) FROM cut")).isEqualTo("20");
  }

  @Test
  void aStatementTimeoutIsNoRecordsFault() throws Exception {
    database.run("CREATE TABLE slow (id int PRIMARY KEY)");
    var sink = database.insert("slow");
    var impatient =
        new PostgresqlSink(
            new Secret(database.connectionString() + "?statement_timeout=200"),
            "slow",
            sink.batchSize(),
            10,
            false,
            false,
            sink.conflictKey());
    try (var writer = Written.writer(impatient);
        var lock = server.connection("postgres")) {
      writer.open();
      lock.setAutoCommit(false);
      try (var statement = lock.createStatement()) {
        statement.execute("LOCK TABLE slow");
      }
      var messages = Database.messages(rows(10));
      assertThatThrownBy(() -> writer.write(messages, new ArrayList<>(), Mark.none()))
          .isInstanceOf(UnavailableException.class)
          .extracting(e -> ((UnavailableException) e).type())
          .isEqualTo(ErrorType.TIMEOUT);
      lock.rollback();
      writer.write(messages, new ArrayList<>(), Mark.none());
      assertThat(messages).isEmpty();
    }
  }

  @Test
  void endsWhileItIsWriting() throws Exception {
    database.run("CREATE TABLE closing (id int PRIMARY KEY)");
    try (var lock = server.connection("postgres")) {
      lock.setAutoCommit(false);
      try (var statement = lock.createStatement()) {
        statement.execute("LOCK TABLE closing");
      }
      var writer = Written.writer(database.insert("closing"));
      writer.open();
      var messages = Database.messages(rows(10));
      var write =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  writer.write(messages, new ArrayList<>(), Mark.none());
                  return "written";
                } catch (UnavailableException e) {
                  return e.type().label();
                }
              });
      Await.until(
          "the writer to wait for the lock",
          Duration.ofMinutes(1),
          () -> database.value("SELECT count(*) FROM pg_locks WHERE NOT granted").equals("1"));
      writer.close();
      assertThat(write.get()).isEqualTo("context_canceled");
      assertThat(messages).hasSize(10);
    }
  }
}
