package io.dataflow.runtime.trino.sink;

import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.TrinoSink;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.batch.BatchWriter;
import io.dataflow.runtime.connector.writer.WriterSink;
import java.util.Optional;

/// `type: trino`, as a sink. A batch, or as much of it as `batchSize` says and one statement holds,
/// is one INSERT or MERGE; see docs/trino.md.
public final class TrinoSinkFactory implements ConnectorFactory {
  private static final String TYPE = "trino";

  /// For `ServiceLoader`.
  public TrinoSinkFactory() {}

  @Override
  public Optional<SinkConnector> sink(Sink sink, SinkContext context) {
    return sink instanceof TrinoSink trino
        ? Optional.of(new WriterSink(TYPE, writer(trino, context)))
        : Optional.empty();
  }

  private static BatchWriter writer(TrinoSink sink, SinkContext context) {
    int most = sink.batchSize().filter(size -> size > 0).orElse(Integer.MAX_VALUE);
    var store = TrinoStore.of(sink, context.stage());
    return new BatchWriter(store, context.stage(), most, context.stopsAtRejected());
  }
}
