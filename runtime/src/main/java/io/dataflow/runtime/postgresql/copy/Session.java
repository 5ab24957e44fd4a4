package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.jdbc.JdbcSession;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.postgresql.ConnectionString;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import io.dataflow.runtime.postgresql.table.TableCatalog;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/// One connection and what lives as long as it does. Transactions are plain SQL: a COPY alone needs
/// no BEGIN and COMMIT around it, and JDBC would send both.
public final class Session implements JdbcSession {
  private static final int ON_ERROR_IGNORE = 17;
  private static final int REJECT_LIMIT = 18;

  private final Connection connection;
  private final CopyManager copies;
  private final Staging staging = new Staging(this);
  private final Buffers buffers = new Buffers();
  private long ordinal;

  private Session(Connection connection) throws SQLException {
    this.connection = connection;
    this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /// Connects to the server that takes writes.
  public static Session open(ConnectionString where) throws SQLException {
    var connection = where.withDefault("targetServerType", "primary").connect();
    try {
      var session = new Session(connection);
      // Times without a zone mean UTC, whatever zone the processor or the server lives in.
      session.execute("SET TIME ZONE 'UTC'");
      return session;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// The table of this name as it is now.
  public Optional<PostgresqlTable> describe(TableName name) throws SQLException {
    return new TableCatalog(connection).find(name);
  }

  /// The temporary table.
  public Staging staging() {
    return staging;
  }

  /// The buffers that rows are written in.
  Buffers buffers() {
    return buffers;
  }

  /// The next row's number. Rows that wait in the temporary table have each another one.
  long ordinal() {
    return ordinal;
  }

  /// The next row's number, which is taken by it.
  long nextOrdinal() {
    return ordinal++;
  }

  /// A transaction starts, so the temporary table is empty.
  public void resetOrdinals() {
    ordinal = 0;
  }

  /// Whether COPY can skip rows with values that do not fit their column's type, and tell which
  /// (`ON_ERROR ignore, LOG_VERBOSITY verbose`: PostgreSQL 17).
  boolean hasOnErrorIgnore() throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion() >= ON_ERROR_IGNORE;
  }

  /// Whether it can fail when too many would be skipped (`REJECT_LIMIT`: PostgreSQL 18).
  boolean hasRejectLimit() throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion() >= REJECT_LIMIT;
  }

  /// What the server has noted since its notices were forgotten, which they are now.
  List<ServerErrorMessage> takeNotices() throws SQLException {
    var notices = new ArrayList<ServerErrorMessage>();
    for (var next = connection.getWarnings(); next != null; next = next.getNextWarning()) {
      if (next instanceof PSQLWarning notice) {
        notices.add(notice.getServerErrorMessage());
      }
    }
    forgetNotices();
    return notices;
  }

  /// Forgets what the server has noted so far.
  void forgetNotices() throws SQLException {
    connection.clearWarnings();
  }

  /// Starts a COPY.
  CopyIn copy(String sql) throws SQLException {
    return copies.copyIn(sql);
  }

  /// Runs a statement and returns how many rows it wrote.
  public long execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }

  /// The first column of the first row, as text.
  public Optional<String> ask(String sql, String parameter) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }

  /// A statement with parameters, which whoever asked for it closes.
  public PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  /// An array of texts as a parameter.
  public Array texts(Collection<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      abort();
    }
  }

  @Override
  public void abort() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      throw new IllegalStateException("the driver cannot end its connection", e);
    }
  }
}
