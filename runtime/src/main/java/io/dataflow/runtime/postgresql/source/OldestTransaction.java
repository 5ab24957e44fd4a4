package io.dataflow.runtime.postgresql.source;

import io.dataflow.runtime.connector.polling.CursorColumn;
import io.dataflow.runtime.connector.polling.sql.Horizon;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rows that are committed late: `now()` is the time at which a transaction has begun, so until the
/// oldest open transaction ends, rows with any time from its beginning on may still come. Reading
/// stops before that time. What is seen of the server's transactions decides how exact it is:
///
/// - all of them, as their sessions are of users whose rights ours has or ours has those of
///   `pg_read_all_stats`: exactly up to the beginning of the oldest;
/// - not all, or those of another server (on a standby): up to `settleTime` ago, and so for
///   transactions that are prepared, whose beginning no server tells: up to `settleTime` before
///   they were.
///
/// A `settleTime` in the manifest is also the longest that an open transaction is waited for. Times
/// without a zone are those of a place that nobody knows: only a `settleTime` limits them, as if
/// they were UTC.
final class OldestTransaction implements Horizon {
  /// Where open transactions cannot be seen and the manifest does not say how long they last.
  static final Duration SETTLE_TIME = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(OldestTransaction.class);
  private static final Duration WORTH_A_WORD = Duration.ofMinutes(1);

  /// A session takes the time of its transaction a moment before it shows it to others.
  private static final Duration UNSEEN = Duration.ofMillis(200);

  /// The time, the oldest transaction and its process, the oldest prepared one, and whether all can
  /// be seen; of a session that cannot, only database and user are shown. The clock is read first:
  /// what begins after that is younger than the limit in any case.
  private static final String SESSIONS =
      """
      WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now),
      other AS MATERIALIZED (
        SELECT a.pid, a.xact_start,
          pg_has_role(a.usesysid, 'USAGE') OR pg_has_role('pg_read_all_stats', 'USAGE') AS seen
        FROM clock, pg_stat_activity AS a
        WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND clock.now IS NOT NULL
          AND coalesce(a.backend_type, '') NOT IN ('autovacuum worker', 'walsender'))
      SELECT (SELECT now FROM clock),
        (SELECT min(xact_start) FROM other),
        (SELECT pid FROM other WHERE xact_start IS NOT NULL ORDER BY xact_start LIMIT 1),
        (SELECT min(prepared) FROM pg_prepared_xacts WHERE database = current_database()),
        NOT pg_is_in_recovery() AND current_setting('track_activities')::bool
          AND coalesce((SELECT bool_and(seen) FROM other), true)\
      """;

  private final Optional<Duration> settleTime;
  private final boolean zoned;
  private Optional<OffsetDateTime> start = Optional.empty();
  private boolean complete;
  private boolean blind;
  private boolean waiting;

  private OldestTransaction(Optional<Duration> settleTime, boolean zoned) {
    this.settleTime = settleTime;
    this.zoned = zoned;
  }

  /// The horizon of a column; a key that is no time says nothing of when it was written, and a
  /// `settleTime` of zero asks for none.
  static Optional<Horizon> of(CursorColumn tracking, Optional<Duration> settleTime) {
    if (settleTime.filter(Duration::isZero).isPresent()) {
      return Optional.empty();
    }
    return switch (tracking.kind()) {
      case MOMENT -> Optional.of(new OldestTransaction(settleTime, true));
      case LOCAL_TIME -> settleTime.map(given -> new OldestTransaction(settleTime, false));
      case NUMBER, OTHER -> Optional.empty();
    };
  }

  @Override
  public String limit(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(SESSIONS)) {
      row.next();
      var now = time(row, 1).orElseThrow();
      var limit = limit(row, now);
      complete = !limit.isBefore(start.orElse(now));
      start = start.or(() -> Optional.of(now));
      return limit.withOffsetSameInstant(ZoneOffset.UTC).toString();
    }
  }

  private OffsetDateTime limit(ResultSet row, OffsetDateTime now) throws SQLException {
    var settle = settleTime.orElse(SETTLE_TIME);
    if (!zoned) {
      return now.minus(settle);
    }
    if (!row.getBoolean(5)) {
      sayThatItIsBlind();
      return now.minus(settle);
    }
    var oldest = time(row, 2);
    var prepared = time(row, 4).map(time -> time.minus(settle));
    var limit = earliest(now.minus(UNSEEN), oldest, prepared);
    sayWhatIsWaitedFor(limit, now, Optional.ofNullable(row.getString(3)));
    var longest = settleTime.map(now::minus);
    return longest.filter(limit::isBefore).orElse(limit);
  }

  private static OffsetDateTime earliest(
      OffsetDateTime now, Optional<OffsetDateTime> oldest, Optional<OffsetDateTime> prepared) {
    var open = oldest.filter(now::isAfter).orElse(now);
    return prepared.filter(open::isAfter).orElse(open);
  }

  private void sayThatItIsBlind() {
    if (!blind) {
      blind = true;
      LOG.warn(
          "source postgresql: the open transactions of this database cannot all be seen. Rows are"
              + " read when they are {} s old; rows of transactions that take longer are missed."
              + " Grant the user `pg_read_all_stats`, or set `settleTime` to the longest that a"
              + " transaction takes.",
          settleTime.orElse(SETTLE_TIME).toSeconds());
    }
  }

  private void sayWhatIsWaitedFor(
      OffsetDateTime limit, OffsetDateTime now, Optional<String> process) {
    boolean old = limit.isBefore(now.minus(WORTH_A_WORD)) && settleTime.isEmpty();
    if (old && !waiting) {
      LOG.warn(
          "source postgresql: a transaction is open since {} ({}). Rows that were changed since"
              + " then are read when it has ended. End it, or set `settleTime` to the longest that"
              + " a transaction of those who write takes.",
          limit,
          process.map(pid -> "process " + pid).orElse("prepared"));
    }
    waiting = old;
  }

  private static Optional<OffsetDateTime> time(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class));
  }

  @Override
  public boolean isComplete() {
    return complete;
  }
}
