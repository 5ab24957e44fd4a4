package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.testbed.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows that are committed after younger ones: `now()` is the time at which a transaction began.
class LateCommitTest {
  private final Database database = Database.fresh();

  @BeforeEach
  void createTable() {
    database.run(
        "CREATE TABLE orders (id int PRIMARY KEY, updated_at timestamptz DEFAULT now(), name"
            + " text)");
  }

  @Test
  void rowsOfATransactionThatIsOpenWhileOthersCommitAreRead() throws Exception {
    try (var slow = begin();
        var flow = start(database.source().table("orders"))) {
      insert(slow, 1);
      database.run("INSERT INTO orders (id) VALUES (2)");
      flow.untilIdle();
      assertThat(flow.bodies()).isEmpty();
      slow.commit();
      flow.untilRows(2);
      assertThat(flow.field("id")).containsExactly("1", "2");
    }
  }

  @Test
  void aTransactionThatHasNotWrittenYetIsWaitedForToo() throws Exception {
    try (var slow = begin();
        var flow = start(database.source().table("orders").readBatchSize(1))) {
      execute(slow, "SELECT now()");
      database.run("INSERT INTO orders (id) VALUES (2)");
      flow.untilIdle();
      assertThat(flow.bodies()).isEmpty();
      insert(slow, 1);
      slow.commit();
      flow.untilRows(2);
      assertThat(flow.field("id")).containsExactly("1", "2");
    }
  }

  @Test
  void rowsFromBeforeTheOldestTransactionDoNotWaitForIt() throws Exception {
    database.run("INSERT INTO orders (id) VALUES (1)");
    try (var slow = begin();
        var flow = start(database.source().table("orders"))) {
      insert(slow, 2);
      flow.untilRows(1);
      flow.untilIdle();
      assertThat(flow.field("id")).containsExactly("1");
      slow.rollback();
      database.run("INSERT INTO orders (id) VALUES (3)");
      flow.untilRows(2);
      assertThat(flow.field("id")).containsExactly("1", "3");
    }
  }

  @Test
  void aSourceIsNotExhaustedWhileATransactionHoldsRowsBack() throws Exception {
    try (var slow = begin();
        var flow = start(database.source().table("orders"))) {
      insert(slow, 1);
      flow.untilIdle();
      assertThat(flow.exhausted).hasValue(0);
      slow.commit();
      flow.untilRows(1);
      flow.until("the end", () -> flow.exhausted.get() > 0);
    }
  }

  @Test
  void aSettleTimeIsTheLongestThatATransactionIsWaitedFor() throws Exception {
    try (var slow = begin();
        var flow = start(database.source().table("orders").settleTime(Duration.ofMillis(300)))) {
      insert(slow, 1);
      database.run("INSERT INTO orders (id) VALUES (2)");
      flow.untilRows(1);
      assertThat(flow.field("id")).containsExactly("2");
    }
  }

  @Test
  void nothingIsWaitedForWithASettleTimeOfZero() throws Exception {
    database.run("INSERT INTO orders VALUES (1, 'infinity'), (2, '2026-01-01Z')");
    try (var slow = begin();
        var flow = start(database.source().table("orders").settleTime(Duration.ZERO))) {
      insert(slow, 3);
      flow.untilRows(2);
      assertThat(flow.field("id")).containsExactly("2", "1");
    }
  }

  @Test
  void whoMayNotSeeTheTransactionsOfOthersReadsRowsOnceTheyAreOld() throws Exception {
    var source = sourceOf(userWith("SELECT"));
    try (var slow = begin();
        var flow = start(source)) {
      insert(slow, 1);
      database.run("INSERT INTO orders (id) VALUES (2)");
      flow.untilIdle();
      assertThat(flow.bodies()).isEmpty();
      slow.commit();
      flow.untilRows(2);
      assertThat(flow.field("id")).containsExactly("1", "2");
    }
  }

  @Test
  void whoseSessionsAreAllOfOneUserSeesThemWithoutAnyRight() throws Exception {
    var reader = userWith("SELECT, INSERT");
    var source = sourceOf(reader);
    try (var slow =
            DriverManager.getConnection(
                database
                    .server()
                    .jdbcUrl(database.name())
                    .replaceFirst("user=.*", "user=" + reader + "&password=secret"));
        var flow = start(source)) {
      slow.setAutoCommit(false);
      insert(slow, 1);
      flow.untilIdle();
      assertThat(flow.bodies()).isEmpty();
      slow.commit();
      flow.untilRows(1);
    }
  }

  @Test
  void timesWithoutAZoneAreOnlyHeldBackWhenASettleTimeIsGiven() throws Exception {
    var table = Servers.freshName("local");
    database.run("CREATE TABLE " + table + " (id int, updated_at timestamp)");
    database.run("INSERT INTO " + table + " VALUES (1, now() AT TIME ZONE 'UTC' + '1 day')");
    try (var flow = start(database.source().table(table))) {
      flow.untilRows(1);
    }
    try (var flow = start(database.source().table(table).settleTime(Duration.ofSeconds(1)))) {
      flow.untilIdle();
      assertThat(flow.bodies()).isEmpty();
    }
  }

  /// A user of the database who has these rights to the orders.
  private String userWith(String rights) {
    var user = "reader_" + database.name();
    database.server().createUser(user, "secret");
    database.run("GRANT " + rights + " ON orders TO " + user);
    return user;
  }

  private Database.SourceBuilder sourceOf(String user) {
    var address = "postgres://%s:secret@127.0.0.1:%d/%s";
    return database
        .source()
        .table("orders")
        .connection(address.formatted(user, database.server().port(), database.name()));
  }

  private SourceFlow start(Database.SourceBuilder source) throws Exception {
    return new SourceFlow(source.build(), new MemoryCheckpointStore()).start();
  }

  private Connection begin() throws SQLException {
    var connection = database.server().connection(database.name());
    connection.setAutoCommit(false);
    return connection;
  }

  private static void insert(Connection connection, int id) throws SQLException {
    execute(connection, "INSERT INTO orders (id) VALUES (" + id + ")");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
