package io.dataflow.runtime.postgresql.source;

import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.postgresql.ConnectionString;
import java.time.Duration;
import java.util.Map;

/// The PostgreSQL source on camel-sql (contract 2.4): polls a table or query by a cursor of two
/// columns. The stored position is read by [#check], from a store that is open by then.
///
/// What a cursor cannot see, as with every source that polls: a row that is committed after rows
/// with a later time of change have been read (a long transaction whose times are those of its
/// beginning, or clocks that differ), rows without such a time, and deletions. PostgreSQL cannot
/// tell from outside which times open transactions will bring, so nothing here pretends to wait for
/// them; a column that is set at the time of the commit, or change data capture, has no such gap.
public final class PostgresqlSourceConnector implements SourceConnector {
  /// Without a pause an idle source would ask the server as fast as it answers.
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);

  private final PostgresqlSource source;
  private final KeptConnection database;
  private final SourceTable table;
  private final CursorStatement statement;
  private final Polls polls;

  /// A source that keeps its position in `checkpoints` and reports to `events`.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when the connection string makes no sense
  public PostgresqlSourceConnector(
      PostgresqlSource source, CheckpointStore checkpoints, SourceEvents events) {
    this.source = source;
    var address = ConnectionString.parse(source.connectionString().value());
    var progress = new Progress(checkpoints);
    var interval = Duration.ofSeconds(source.pollInterval());
    this.database = new KeptConnection(address);
    this.table = new SourceTable(source, address, progress);
    this.statement = new CursorStatement(table::known, progress);
    this.polls =
        new Polls(
            table, progress, database, events, interval.isZero() ? SHORTEST_INTERVAL : interval);
  }

  @Override
  public String type() {
    return Progress.SOURCE_TYPE;
  }

  @Override
  public String template() {
    return "postgresql-source";
  }

  @Override
  public Map<String, Object> parameters() {
    var reads = source.query().map(sql -> "query").or(source::table).orElseThrow();
    return Map.of("reads", reads.replaceAll("[^A-Za-z0-9_.-]", "_"));
  }

  @Override
  public Map<String, Object> beans() {
    return Map.of(
        "database",
        database,
        "statement",
        statement,
        "rows",
        new RowReader(),
        "polls",
        polls,
        "pace",
        new Pace(polls::pause));
  }

  @Override
  public void check() throws UnavailableException {
    table.select();
  }

  @Override
  public void close() {
    database.close();
  }
}
