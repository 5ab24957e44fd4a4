package io.dataflow.benchmarks.orders;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// When the rows of a table were committed: the server's own record (`track_commit_timestamp`), so
/// that nothing needs to look at the table while it is written.
///
/// @param all in the order of time
public record Commits(List<Commit> all) {

  /// One transaction.
  ///
  /// @param when it was committed
  /// @param rows all rows up to and with it
  public record Commit(Instant when, long rows) {}

  static Commits of(Connection connection, String table) throws SQLException {
    var commits = new ArrayList<Commit>();
    try (var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "SELECT pg_xact_commit_timestamp(xmin), rows FROM (SELECT xmin, count(*) AS rows"
                    + " FROM "
                    + table
                    + " GROUP BY xmin) AS t ORDER BY 1")) {
      var rows = 0L;
      while (result.next()) {
        rows += result.getLong(2);
        commits.add(new Commit(result.getObject(1, OffsetDateTime.class).toInstant(), rows));
      }
    }
    return new Commits(List.copyOf(commits));
  }

  /// The first one.
  public Commit first() {
    return all.getFirst();
  }

  /// The one with which all was there.
  public Commit last() {
    return all.getLast();
  }

  /// When this part of the rows was there, 1 being all.
  public Instant when(double part) {
    var wanted = part * last().rows();
    return all.stream().filter(commit -> commit.rows() >= wanted).findFirst().orElseThrow().when();
  }
}
