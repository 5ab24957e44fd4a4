package io.dataflow.runtime.kafka.source;

import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.Source;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.runtime.connector.SourceSample;
import java.util.Optional;

/// `type: kafka`, as a source.
public final class KafkaSourceFactory implements ConnectorFactory {
  /// For `ServiceLoader`.
  public KafkaSourceFactory() {}

  @Override
  public Optional<SourceConnector> source(Source source, SourceContext context) {
    return source instanceof KafkaSource kafka
        ? Optional.of(new KafkaSourceConnector(kafka, context))
        : Optional.empty();
  }

  @Override
  public Optional<SourceSample> sample(Source source) {
    return source instanceof KafkaSource kafka
        ? Optional.of(new KafkaSample(kafka))
        : Optional.empty();
  }
}
