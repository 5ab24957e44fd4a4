package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.connector.Sink;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.batch.BatchWriter;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.connector.writer.WriterSink;
import java.util.Optional;

/// `type: postgresql`, as a sink. A batch, or as much of it as `batchSize` says, is one
/// transaction, and rows go in by COPY; see docs/postgresql.md.
public final class PostgresqlSinkFactory implements ConnectorFactory {
  private static final String TYPE = "postgresql";

  /// For `ServiceLoader`.
  public PostgresqlSinkFactory() {}

  @Override
  public Optional<SinkConnector> sink(Sink sink, SinkContext context) {
    return sink instanceof PostgresqlSink postgresql
        ? Optional.of(new WriterSink(TYPE, writer(postgresql, context)))
        : Optional.empty();
  }

  private static BatchWriter writer(PostgresqlSink sink, SinkContext context) {
    var positions =
        Optional.of(context)
            .filter(SinkContext::storesPosition)
            .map(PostgresqlSinkFactory::positions);
    return writer(sink, context.stage(), context.stopsAtRejected(), positions);
  }

  private static PositionsTable positions(SinkContext context) {
    var name = TableName.parse(context.spec().positionsTable());
    return new PositionsTable(name, context.flowId(), context.stage());
  }

  /// The writer of a sink that stores rows alone.
  static BatchWriter writer(PostgresqlSink sink, String stage, boolean stopsAtRejected) {
    return writer(sink, stage, stopsAtRejected, Optional.empty());
  }

  /// The writer of a sink.
  ///
  /// @param stage the sink's route id: `sink:main`
  /// @param stopsAtRejected whether nothing may be written behind a refused record
  /// @param positions where the source's position is stored with the rows, if it is
  static BatchWriter writer(
      PostgresqlSink sink,
      String stage,
      boolean stopsAtRejected,
      Optional<PositionsTable> positions) {
    int most = sink.batchSize().filter(size -> size > 0).orElse(Integer.MAX_VALUE);
    var store = new PostgresqlStore(sink, stage, positions);
    return new BatchWriter(store, stage, most, stopsAtRejected);
  }
}
