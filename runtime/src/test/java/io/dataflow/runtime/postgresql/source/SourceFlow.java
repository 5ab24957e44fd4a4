package io.dataflow.runtime.postgresql.source;

import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.SourceRoute;
import io.dataflow.runtime.connector.polling.sql.PollingSettings;
import io.dataflow.runtime.connector.polling.sql.PollingSource;

/// The PostgreSQL source on its route.
final class SourceFlow extends SourceRoute {

  SourceFlow(PostgresqlSource source, CheckpointStore checkpoints) {
    this(source, PostgresqlSourceFactory.settings(source), checkpoints, false);
  }

  /// @param bounded whether the run is one that ends when the source is exhausted
  SourceFlow(
      PostgresqlSource source,
      PollingSettings settings,
      CheckpointStore checkpoints,
      boolean bounded) {
    super(
        flow -> new PollingSource(settings, PostgresqlSourceDialect.of(source), flow),
        checkpoints,
        bounded);
  }

  @Override
  public SourceFlow taking(Taking other) {
    super.taking(other);
    return this;
  }

  @Override
  public SourceFlow start() throws Exception {
    super.start();
    return this;
  }

  @Override
  public SourceFlow startUnchecked() throws Exception {
    super.startUnchecked();
    return this;
  }

  @Override
  public SourceFlow untilIdle() {
    super.untilIdle();
    return this;
  }
}
