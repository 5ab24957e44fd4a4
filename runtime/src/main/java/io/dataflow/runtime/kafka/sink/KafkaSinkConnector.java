package io.dataflow.runtime.kafka.sink;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.runtime.connector.DeliveryProcessor;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.Map;

/// The Kafka sink as a flow's routes need it; `docs/kafka.md` explains it.
public final class KafkaSinkConnector implements SinkConnector {
  private final KafkaWriter writer;

  /// @throws io.dataflow.runtime.connector.FlowException when a certificate cannot be read
  public KafkaSinkConnector(KafkaSink sink, SinkContext context) {
    this.writer = new KafkaWriter(sink, context);
  }

  @Override
  public String type() {
    return "kafka";
  }

  @Override
  public String template() {
    return "kafka-sink";
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
