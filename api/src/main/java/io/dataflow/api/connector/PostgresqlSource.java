package io.dataflow.api.connector;

import io.dataflow.api.connector.security.Tls;
import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.Range;
import io.dataflow.api.model.rule.Needs;
import io.dataflow.api.model.rule.OneOf;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.model.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/// Polls a PostgreSQL table or query.
@Doc("Polls a PostgreSQL table or query for new and changed rows, by a cursor of two columns.")
@OneOf({"table", "query"})
@Needs(key = "autoCreateTable", needs = "table", because = "a query cannot be created")
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
    @Doc(value = "The table to read.", example = "public.orders") @FromSecret
        Optional<String> table,
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
    implements Source, PostgresqlConnection {

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

  @Rule(
      path = "settleTime",
      message = "has no effect without `changeTrackingColumn`. Add that or remove it.",
      warning = true)
  boolean hasTimesThatSettle() {
    return settleTime.isEmpty() || trackingColumn().isPresent();
  }
}
