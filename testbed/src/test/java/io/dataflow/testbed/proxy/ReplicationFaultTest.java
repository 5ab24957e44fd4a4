package io.dataflow.testbed.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Servers;
import io.dataflow.testbed.server.Await;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/// The reader of a replication slot, held when it tells what it has.
class ReplicationFaultTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final String database = Servers.freshDatabase();
  private final String slot = Servers.freshName("slot");

  @Test
  void aPositionThatIsHeldIsNotTheSlots() throws Exception {
    try (var proxy = FaultProxy.start(0, Servers.postgresql().port(), PostgresqlWire::new);
        var server = Servers.postgresql().connection(database)) {
      place(server, "lsn FROM pg_create_logical_replication_slot('" + slot + "', 'pgoutput')");
      var connection = replicating(proxy.port());
      var stream = stream(connection);
      var first = tell(stream, server);
      Await.until("the slot to move", LIMIT, () -> confirmed(server).equals(first));
      var trap = proxy.trap(Moment.before(Act.POSITION), 0);
      var second = tell(stream, server);
      assertThat(trap.await(LIMIT)).isTrue();
      assertThat(second).isNotEqualTo(first);
      assertThat(confirmed(server)).isEqualTo(first);
      connection.abort(Runnable::run);
    }
  }

  private Connection replicating(int port) throws SQLException {
    var settings = new Properties();
    PGProperty.USER.set(settings, "postgres");
    PGProperty.REPLICATION.set(settings, "database");
    PGProperty.PREFER_QUERY_MODE.set(settings, "simple");
    PGProperty.ASSUME_MIN_SERVER_VERSION.set(settings, "13");
    var url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    return DriverManager.getConnection(url, settings);
  }

  private PGReplicationStream stream(Connection connection) throws SQLException {
    return connection
        .unwrap(PGConnection.class)
        .getReplicationAPI()
        .replicationStream()
        .logical()
        .withSlotName(slot)
        .withSlotOption("proto_version", 1)
        .withSlotOption("publication_names", "nothing")
        .withAutomaticFlush(false)
        .start();
  }

  /// Tells the server that all it has written so far has been read.
  private static LogSequenceNumber tell(PGReplicationStream stream, Connection server)
      throws SQLException {
    var all = place(server, "pg_logical_emit_message(false, 'test', 'some')");
    stream.setFlushedLSN(all);
    stream.forceUpdateStatus();
    return all;
  }

  private LogSequenceNumber confirmed(Connection server) throws SQLException {
    return place(
        server, "confirmed_flush_lsn FROM pg_replication_slots WHERE slot_name = '" + slot + "'");
  }

  private static LogSequenceNumber place(Connection server, String what) throws SQLException {
    try (var statement = server.createStatement();
        var row = statement.executeQuery("SELECT " + what)) {
      row.next();
      return LogSequenceNumber.valueOf(row.getString(1));
    }
  }
}
