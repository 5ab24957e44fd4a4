package io.dataflow.cli.chaos.world;

import io.dataflow.cli.terminal.CommandException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A connection to the database of a table that is made again when the server has gone away.
final class PatientConnection implements AutoCloseable {
  private static final long PAUSE_MILLIS = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final LocalTable table;
  private Optional<Connection> connection = Optional.empty();

  /// What is to be done, again if need be: of a try that failed, all may be there or nothing.
  interface Work {
    void on(Connection connection) throws SQLException;
  }

  PatientConnection(LocalTable table) {
    this.table = table;
  }

  /// Does it until it succeeds.
  void run(Work work) throws InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        work.on(connect());
        return;
      } catch (SQLException away) {
        close();
        if (System.nanoTime() > deadline) {
          throw new CommandException("chaos: the table cannot be fed: " + away.getMessage(), away);
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
  }

  private Connection connect() throws SQLException {
    if (connection.isEmpty()) {
      connection = Optional.of(table.server().connection(table.database()));
    }
    return connection.get();
  }

  /// Ends it; it is made again when there is more to do.
  @Override
  public void close() {
    connection.ifPresent(
        it -> {
          try {
            it.abort(Runnable::run);
          } catch (SQLException e) {
            throw new IllegalStateException("the driver cannot end its connection", e);
          }
        });
    connection = Optional.empty();
  }
}
