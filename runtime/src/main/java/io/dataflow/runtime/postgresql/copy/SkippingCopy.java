package io.dataflow.runtime.postgresql.copy;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.jdbc.SqlState;
import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.RowPlan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.postgresql.copy.CopyIn;

/// Rows of the same columns on their way, of which the server skips those with values that do not
/// fit their column's type.
///
/// The server tells of each row that it skips at once, and nobody reads that while rows are
/// sent. It waits when the connection holds no more of it, and takes no rows meanwhile: so what it
/// may tell, or what is sent, must be less than a connection surely holds.
abstract sealed class SkippingCopy permits RejectLimitCopy, PiecewiseCopy {
  /// How many bytes are sent at once.
  static final int PIECE = 64 * 1024;

  /// SQLSTATE: the server does not support what it is asked.
  static final String UNSUPPORTED = "0A000";

  private static final String SYNTAX_ERROR = "42601";

  private final Session session;
  private final String statement;
  private final ColumnSet set;
  private final long firstOrdinal;
  private final Rows rows;
  private final List<SkipReasons.Culprit> culprits = new ArrayList<>();
  private Optional<CopyIn> underWay = Optional.empty();
  private long written;

  /// For rows of these columns; nothing is started yet.
  ///
  /// @param options of COPY, besides those that make it skip rows
  SkippingCopy(Session session, Target target, ColumnSet set, String options) {
    this.session = session;
    this.statement = target.copy(set) + " (ON_ERROR ignore, LOG_VERBOSITY verbose" + options + ")";
    this.set = set;
    this.firstOrdinal = session.ordinal();
    this.rows = new Rows(session.buffers(), target.isNumbered());
  }

  /// Whether the server does not know the options, or does not say what it has skipped.
  static boolean isUnsupported(SQLException failure) {
    return Set.of(UNSUPPORTED, SYNTAX_ERROR).contains(SqlState.of(failure).code());
  }

  ColumnSet set() {
    return set;
  }

  long firstOrdinal() {
    return firstOrdinal;
  }

  /// The values for which rows are skipped, in the order of the messages.
  List<SkipReasons.Culprit> culprits() {
    return culprits;
  }

  /// Appends a record, and sends what is worth it.
  ///
  /// @param message which message it is
  /// @throws RecordException when it is no row; then nothing of it is appended
  void append(RowPlan plan, JsonObject object, int message) throws SQLException {
    int before = rows.size();
    rows.append(plan, object, session.nextOrdinal());
    appended(message, before);
  }

  /// A row stands among those to be sent, behind so many bytes.
  abstract void appended(int message, int before) throws SQLException;

  /// Sends the rest, waits until the server has all of it, and returns the number of rows.
  long finish() throws SQLException {
    sendRest();
    end();
    return written;
  }

  /// Sends what is left.
  abstract void sendRest() throws SQLException;

  /// The rows of the COPY under way.
  abstract CopyLines sent();

  /// Rows that are not sent.
  Rows rows() {
    return rows;
  }

  /// The message that the server complains about.
  OptionalInt culprit(SQLException failure) {
    return sent().culprit(failure);
  }

  /// Gives up.
  void cancel() throws SQLException {
    if (underWay.isPresent() && underWay.get().isActive()) {
      underWay.get().cancelCopy();
    }
  }

  /// The COPY under way; starts one if there is none.
  CopyIn copy() throws SQLException {
    if (underWay.isEmpty()) {
      // Those of a COPY that has failed, or of a trigger.
      session.forgetNotices();
      underWay = Optional.of(session.copy(statement));
    }
    return underWay.get();
  }

  /// Waits until the server has what is sent, and for what it tells of it.
  void end() throws SQLException {
    if (underWay.isEmpty()) {
      return;
    }
    long taken = underWay.get().endCopy();
    underWay = Optional.empty();
    written += taken;
    int before = culprits.size();
    for (var notice : session.takeNotices()) {
      SkippedRow.of(notice, set).ifPresent(this::note);
    }
    if (culprits.size() - before != sent().size() - taken) {
      throw new SQLException("it is not known which rows the server has skipped", UNSUPPORTED);
    }
  }

  private void note(SkippedRow row) {
    sent()
        .message(row.line())
        .ifPresent(message -> culprits.add(new SkipReasons.Culprit(message, row.column())));
  }
}
