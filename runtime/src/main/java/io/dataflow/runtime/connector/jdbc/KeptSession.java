package io.dataflow.runtime.connector.jdbc;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.UnavailableException;
import java.sql.SQLException;
import java.util.Optional;

/// A session that is opened when it is needed and again when it was lost. Used by one thread;
/// closed from any.
///
/// @param <S> the session
public final class KeptSession<S extends JdbcSession> implements AutoCloseable {
  private final Opener<S> opener;
  private final String place;
  private Optional<S> session = Optional.empty();
  private boolean proven;
  private boolean busy;
  private boolean closed;

  /// Connects.
  ///
  /// @param <S> the session
  public interface Opener<S> {
    /// A new session.
    S open() throws SQLException;
  }

  /// @param place whose session it is, for people: `sink:main (postgresql db:5432/shop)`
  public KeptSession(Opener<S> opener, String place) {
    this.opener = opener;
    this.place = place;
  }

  /// The session, opened if there is none.
  ///
  /// @throws UnavailableException when this was closed
  public S session() throws SQLException, UnavailableException {
    if (current().isEmpty()) {
      keep(opener.open());
    }
    synchronized (this) {
      busy = true;
      return current().orElseThrow(() -> closed(null));
    }
  }

  private synchronized Optional<S> current() {
    return session;
  }

  private synchronized void keep(S opened) throws UnavailableException {
    if (closed) {
      opened.abort();
      throw closed(null);
    }
    session = Optional.of(opened);
  }

  /// Whether the session had worked before it was lost: then a new one is worth a try at once.
  public synchronized boolean wasProven() {
    return proven;
  }

  /// The session has done what it was asked.
  public synchronized void worked() {
    proven = true;
    busy = false;
  }

  /// Forgets the session, whatever state it is in.
  public synchronized void drop() {
    session.ifPresent(JdbcSession::abort);
    session = Optional.empty();
    proven = false;
    busy = false;
  }

  /// Whether this was closed, so that whatever fails fails for that reason.
  public synchronized boolean isClosed() {
    return closed;
  }

  /// What to throw then.
  public UnavailableException closed(SQLException cause) {
    return new UnavailableException(
        ErrorType.CONTEXT_CANCELED, place + ": the connection is closed", cause);
  }

  /// Ends the session, from any thread: what is under way fails, and is not written.
  @Override
  public synchronized void close() {
    closed = true;
    session.ifPresent(busy ? JdbcSession::abort : JdbcSession::close);
    session = Optional.empty();
  }
}
