package io.dataflow.runtime.clickhouse.sink;

import io.dataflow.api.connector.ClickhouseSink;
import io.dataflow.api.connector.Sink;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.batch.BatchWriter;
import io.dataflow.runtime.connector.writer.WriterSink;
import java.util.Optional;

/// `type: clickhouse`, as a sink. A batch, or as much of it as `batchSize` says, is one INSERT; see
/// docs/clickhouse.md.
public final class ClickhouseSinkFactory implements ConnectorFactory {
  private static final String TYPE = "clickhouse";

  /// For `ServiceLoader`.
  public ClickhouseSinkFactory() {}

  @Override
  public Optional<SinkConnector> sink(Sink sink, SinkContext context) {
    return sink instanceof ClickhouseSink clickhouse
        ? Optional.of(new WriterSink(TYPE, writer(clickhouse, context)))
        : Optional.empty();
  }

  private static BatchWriter writer(ClickhouseSink sink, SinkContext context) {
    int most = sink.batchSize().filter(size -> size > 0).orElse(Integer.MAX_VALUE);
    var store = new ClickhouseStore(sink, context.stage());
    return new BatchWriter(store, context.stage(), most, context.stopsAtRejected());
  }
}
