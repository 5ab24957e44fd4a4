package io.dataflow.testbed.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.testbed.Servers;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/// Connections to a real PostgreSQL, broken at moments that only a proxy can choose.
class PostgresqlFaultTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final String database = Servers.freshDatabase();
  private FaultProxy proxy;

  @BeforeEach
  void start() throws SQLException {
    proxy = FaultProxy.start(0, Servers.postgresql().port(), PostgresqlWire::new);
    try (var connection = throughProxy();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE numbers (seq int)");
    }
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  @Test
  void aCommitThatIsHeldNeverReachesTheServer() throws Exception {
    breaksAt(Moment.before(Act.COMMIT), this::copyInTransaction);
    assertThat(rows()).isZero();
  }

  @Test
  void aCommitWhoseAnswerIsHeldIsDone() throws Exception {
    breaksAt(Moment.after(Act.COMMIT), this::copyInTransaction);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void theRowsOfATransactionThatIsNotCommittedAreNotThere() throws Exception {
    breaksAt(Moment.after(Act.WRITE), this::copyInTransaction);
    assertThat(rows()).isZero();
  }

  @Test
  void aCopyWithoutATransactionIsItsOwnCommit() throws Exception {
    breaksAt(Moment.before(Act.COMMIT), this::copy);
    assertThat(rows()).isZero();
    breaksAt(Moment.after(Act.COMMIT), this::copy);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void thoseThatAreSkippedGoBy() throws Exception {
    try (var connection = throughProxy()) {
      var trap = proxy.trap(Moment.before(Act.COMMIT), 2);
      copyInTransaction(connection);
      copyInTransaction(connection);
      breaks(trap, connection, this::copyInTransaction);
    }
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void aReaderCommitsNothing() throws SQLException {
    proxy.trap(Moment.before(Act.COMMIT), 0);
    try (var connection = throughProxy()) {
      connection.setAutoCommit(false);
      connection.createStatement().executeQuery("SELECT count(*) FROM numbers");
      connection.commit();
      assertThat(connection.isValid(0)).isTrue();
    }
  }

  @Test
  void nothingPassesUntilItIsResumed() throws SQLException {
    try (var connection = throughProxy()) {
      proxy.pause();
      assertThat(connection.isValid(1)).isFalse();
    }
    var opened = CompletableFuture.supplyAsync(this::isReachable);
    proxy.resume();
    assertThat(opened.join()).isTrue();
  }

  @Test
  void aCutEndsWhatIsOpenAndNothingElse() throws SQLException {
    try (var before = throughProxy()) {
      proxy.cut();
      assertThat(before.isValid(5)).isFalse();
    }
    assertThat(isReachable()).isTrue();
  }

  private interface Work {
    void on(Connection connection) throws Exception;
  }

  private void breaksAt(Moment moment, Work work) throws Exception {
    try (var connection = throughProxy()) {
      breaks(proxy.trap(moment, 0), connection, work);
    }
  }

  private static void breaks(Trap trap, Connection connection, Work work) throws Exception {
    var worked = CompletableFuture.runAsync(() -> quietly(work, connection));
    assertThat(trap.await(LIMIT)).isTrue();
    trap.cut();
    assertThatThrownBy(worked::join).hasRootCauseInstanceOf(IOException.class);
  }

  private static void quietly(Work work, Connection connection) {
    try {
      work.on(connection);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void copy(Connection connection) throws Exception {
    var copies = connection.unwrap(PGConnection.class).getCopyAPI();
    copies.copyIn("COPY numbers FROM STDIN", new StringReader("7\n"));
  }

  private void copyInTransaction(Connection connection) throws Exception {
    try (var statement = connection.createStatement()) {
      statement.execute("BEGIN");
      copy(connection);
      statement.execute("COMMIT");
    }
  }

  private boolean isReachable() {
    try (var connection = throughProxy()) {
      return connection.isValid(0);
    } catch (SQLException failure) {
      return false;
    }
  }

  private Connection throughProxy() throws SQLException {
    var url = "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/" + database + "?user=postgres";
    return DriverManager.getConnection(url);
  }

  private long rows() throws SQLException {
    try (var connection = Servers.postgresql().connection(database);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM numbers")) {
      row.next();
      return row.getLong(1);
    }
  }
}
