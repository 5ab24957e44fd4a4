package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.runtime.connector.DeliveryProcessor;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.Writer;
import io.dataflow.runtime.connector.batch.BatchWriter;
import io.dataflow.runtime.connector.table.TableName;
import java.util.Map;
import java.util.Optional;

/// The PostgreSQL sink as a flow's routes need it. A batch, or as much of it as `batchSize` says,
/// is one transaction, and rows go in by COPY; see docs/postgresql.md.
public final class PostgresqlSinkConnector implements SinkConnector {
  private final Writer writer;

  /// @throws io.dataflow.runtime.connector.FlowException when connection string or table cannot be
  ///     read
  public PostgresqlSinkConnector(PostgresqlSink sink, SinkContext context) {
    this(
        writer(
            sink,
            context.stage(),
            context.stopsAtRejected(),
            Optional.of(context)
                .filter(SinkContext::storesPosition)
                .map(PostgresqlSinkConnector::positions)));
  }

  PostgresqlSinkConnector(Writer writer) {
    this.writer = writer;
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

  @Override
  public String type() {
    return "postgresql";
  }

  @Override
  public String template() {
    return "postgresql-sink";
  }

  @Override
  public Map<String, Object> parameters() {
    return Map.of();
  }

  @Override
  public Map<String, Object> beans() {
    return Map.of("writer", new DeliveryProcessor(writer));
  }

  @Override
  public void open() throws UnavailableException {
    writer.open();
  }

  @Override
  public void close() {
    writer.close();
  }
}
