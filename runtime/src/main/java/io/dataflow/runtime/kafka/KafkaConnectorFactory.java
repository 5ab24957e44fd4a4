package io.dataflow.runtime.kafka;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceContext;
import java.util.Optional;

/// `type: kafka`.
public final class KafkaConnectorFactory implements ConnectorFactory {
  /// For `ServiceLoader`.
  public KafkaConnectorFactory() {}

  @Override
  public Optional<SourceConnector> source(Source source, SourceContext context) {
    return source instanceof KafkaSource kafka
        ? Optional.of(new KafkaSourceConnector(kafka, context.events()))
        : Optional.empty();
  }

  @Override
  public Optional<SinkConnector> sink(Sink sink, SinkContext context) {
    return sink instanceof KafkaSink kafka
        ? Optional.of(new KafkaSinkConnector(kafka, context.stage()))
        : Optional.empty();
  }
}
