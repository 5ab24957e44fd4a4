package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.polling.Pace;
import io.dataflow.runtime.connector.polling.Progress;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/// A source that polls a database on camel-sql: a table or query, by a cursor of two columns. The
/// stored position is read by [#check], from a store that is open by then. What such a source sees
/// and what it cannot see is in docs/architecture.md.
public final class PollingSource implements SourceConnector {
  private static final int FIRST_FETCH = 100;

  private final PollingSettings settings;
  private final SourceDialect dialect;
  private final KeptConnection database;
  private final PolledRelation relation;
  private final CursorStatement statement;
  private final ScheduledThreadPoolExecutor timers;
  private final Polls polls;
  private final int channelBufferSize;

  /// A source that keeps its position in the flow's checkpoints and reports to its events.
  public PollingSource(PollingSettings settings, SourceDialect dialect, SourceContext flow) {
    this.settings = settings;
    this.dialect = dialect;
    var progress = new Progress(dialect.type(), flow.checkpoints(), flow.stored());
    this.database = new KeptConnection(dialect);
    this.relation = new PolledRelation(settings, dialect, progress);
    this.channelBufferSize = flow.spec().channelBufferSize();
    this.statement = new CursorStatement(relation);
    this.timers = timers(dialect.type());
    this.polls = new Polls(settings, relation, progress, database, timers, flow);
  }

  private static ScheduledThreadPoolExecutor timers(String type) {
    var name = "source:" + type + ":watch";
    var timers =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
    timers.setRemoveOnCancelPolicy(true);
    return timers;
  }

  @Override
  public String type() {
    return dialect.type();
  }

  @Override
  public String template() {
    return "polling-source";
  }

  @Override
  public Map<String, Object> parameters() {
    var reads = settings.query().map(sql -> "query").or(settings::table).orElseThrow();
    return Map.of(
        "reads",
        reads.replaceAll("[^A-Za-z0-9_.-]", "_"),
        "firstFetch",
        Math.min(FIRST_FETCH, channelBufferSize));
  }

  @Override
  public Map<String, Object> beans() {
    return Map.of(
        "database",
        database,
        "statement",
        statement,
        "rows",
        new RowReader(channelBufferSize),
        "polls",
        polls,
        "pace",
        new Pace(dialect.type(), polls::pause));
  }

  @Override
  public void check() throws UnavailableException {
    relation.select();
  }

  @Override
  public void close() {
    timers.shutdownNow();
    database.close();
  }
}
