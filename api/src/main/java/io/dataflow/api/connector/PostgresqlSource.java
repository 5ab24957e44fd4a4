package io.dataflow.api.connector;

import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.Range;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.rule.Checked;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.model.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Polls a PostgreSQL table or query.
@Doc("Polls a PostgreSQL table or query for new and changed rows, by a cursor of two columns.")
@Rule(
    cel = PostgresqlSource.HAS_TABLE + " || has(self.query) && self.query.trim() != ''",
    path = "table",
    message =
        "missing. The table to read, for example `public.orders`; or give `tableSecretRef` or"
            + " `query`.")
@Rule(
    cel =
        "!has(self.autoCreateTable) || !self.autoCreateTable || !has(self.query) || "
            + PostgresqlSource.HAS_TABLE,
    path = "autoCreateTable",
    message = "a query cannot be created. Give `table`, or remove this.")
public record PostgresqlSource(
    @Doc(
            value = "The connection, as URL or as `key=value` pairs.",
            example = "postgres://user:password@host:5432/database?sslmode=require")
        @FromSecret
        Secret connectionString,
    @Doc(
            "Encryption with certificates from files or Secrets; the server's must be for its host"
                + " and by an authority in `caFile`.")
        Optional<Tls> tls,
    @Doc(value = "Table to read.", example = "public.orders") @FromSecret Optional<String> table,
    @Doc(value = "SQL to read instead of a table.", example = "SELECT * FROM orders WHERE paid")
        @AtMost(Bounds.LONG_TEXT)
        Optional<String> query,
    @Doc("Seconds between two polls.") @Default("5") @Range(min = 0) int pollInterval,
    @Doc("Rows of one read, at most; 0 sets no limit.") @Default("0") @Range(min = 0)
        int readBatchSize,
    @Doc("Column that grows with every change: `updated_at` in table mode when left out.")
        Optional<String> changeTrackingColumn,
    @Doc("Column that tells rows of the same change time apart.") @Default("id")
        String orderByColumn,
    @Doc(
            "The longest that a transaction which writes rows takes: rows are read when they are so"
                + " old. When left out, reading waits for the oldest open transaction, or 5s where"
                + " it cannot be seen.")
        Optional<Duration> settleTime,
    @Doc("Create the table when it is missing.") @Default("false") boolean autoCreateTable)
    implements Source, PostgresqlConnection, Checked {
  static final String HAS_TABLE =
      "has(self.table) && self.table.trim() != '' || has(self.tableSecretRef)";

  /// The first of the two cursor columns; empty in query mode without one: then the query is run
  /// unchanged at each poll.
  public Optional<String> trackingColumn() {
    return changeTrackingColumn.or(
        () -> query.isPresent() ? Optional.empty() : Optional.of("updated_at"));
  }

  @Override
  public boolean polls() {
    return true;
  }

  @Override
  public List<Problem> problems() {
    var problems = new ArrayList<>(connectionProblems());
    if (table.isEmpty() && query.isEmpty()) {
      problems.add(
          new Problem(
              "table",
              "missing. The table to read, for example `public.orders`; or give `tableSecretRef` or"
                  + " `query`."));
    } else if (autoCreateTable && table.isEmpty()) {
      problems.add(
          new Problem(
              "autoCreateTable", "a query cannot be created. Give `table`, or remove this."));
    }
    if (settleTime.isPresent() && trackingColumn().isEmpty()) {
      problems.add(
          Problem.warning(
              "settleTime",
              "has no effect without `changeTrackingColumn`. Add that or remove it."));
    }
    return problems;
  }
}
