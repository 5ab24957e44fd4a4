package io.dataflow.runtime.kafka.sink;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.Sink;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.writer.WriterSink;
import java.util.Optional;

/// `type: kafka`, as a sink.
public final class KafkaSinkFactory implements ConnectorFactory {
  /// For `ServiceLoader`.
  public KafkaSinkFactory() {}

  @Override
  public Optional<SinkConnector> sink(Sink sink, SinkContext context) {
    return sink instanceof KafkaSink kafka
        ? Optional.of(new WriterSink("kafka", new KafkaWriter(kafka, context)))
        : Optional.empty();
  }
}
