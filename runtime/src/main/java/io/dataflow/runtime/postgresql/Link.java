package io.dataflow.runtime.postgresql;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.UnavailableException;
import java.sql.SQLException;
import java.util.Optional;

/// The way to the database: a session that is opened when it is needed and again when it was lost.
final class Link implements AutoCloseable {
  private final ConnectionString where;
  private final PostgresqlProblem problem;
  private Optional<Session> session = Optional.empty();
  private boolean proven;
  private boolean busy;
  private boolean closed;

  Link(ConnectionString where, PostgresqlProblem problem) {
    this.where = where;
    this.problem = problem;
  }

  /// The session, opened if there is none.
  Session session() throws SQLException, UnavailableException {
    if (current().isEmpty()) {
      keep(Session.open(where));
    }
    synchronized (this) {
      busy = true;
      return current().orElseThrow(() -> closed(null));
    }
  }

  private synchronized Optional<Session> current() {
    return session;
  }

  private synchronized void keep(Session opened) throws UnavailableException {
    if (closed) {
      opened.abort();
      throw closed(null);
    }
    session = Optional.of(opened);
  }

  /// Whether the session had worked before it was lost: then a new one is worth a try at once.
  synchronized boolean wasProven() {
    return proven;
  }

  /// The session has done what it was asked.
  synchronized void worked() {
    proven = true;
    busy = false;
  }

  /// Forgets the session, whatever state it is in.
  synchronized void drop() {
    session.ifPresent(Session::abort);
    session = Optional.empty();
    proven = false;
    busy = false;
  }

  /// What an error means for the flow, when it is no record's fault. The session is gone with it.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when trying again does not help
  UnavailableException broken(SQLException failure, String table) {
    drop();
    synchronized (this) {
      if (closed) {
        return closed(failure);
      }
    }
    return switch (ServerError.fault(failure)) {
      // A standby: the primary is elsewhere now.
      case UNAVAILABLE, ROLLBACK, READ_ONLY -> problem.unavailable(failure);
      case RECORD, SUSPECT, CONFLICT, STALE, SETUP -> throw problem.setup(failure, table);
    };
  }

  private UnavailableException closed(SQLException cause) {
    return new UnavailableException(
        ErrorType.CONTEXT_CANCELED, problem.place() + ": the connection is closed", cause);
  }

  /// Ends the session, from any thread: what is under way fails, and is not written.
  @Override
  public synchronized void close() {
    closed = true;
    session.ifPresent(busy ? Session::abort : Session::close);
    session = Optional.empty();
  }
}
