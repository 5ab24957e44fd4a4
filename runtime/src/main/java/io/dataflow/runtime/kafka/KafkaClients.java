package io.dataflow.runtime.kafka;

import io.dataflow.runtime.connector.SourceEvents;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/// Gives camel-kafka its clients: ours, which carry a batch at a time, with the properties of
/// Camel's endpoint and those that must not stand in an endpoint's URI (logins, certificates).
final class KafkaClients extends DefaultKafkaClientFactory {
  private final Map<String, String> hidden;
  private final String topic;
  private final String stage;
  private final SourceEvents events;

  /// @param hidden properties that nobody may see
  /// @param stage the sink's name for reasons: `sink:main`
  KafkaClients(Map<String, String> hidden, String topic, String stage, SourceEvents events) {
    this.hidden = hidden;
    this.topic = topic;
    this.stage = stage;
    this.events = events;
  }

  @Override
  public Consumer<byte[], Object> getConsumer(Properties properties) {
    return new PrefetchingConsumer(withHidden(properties), topic, events);
  }

  @Override
  public Producer<byte[], Object> getProducer(Properties properties) {
    return new BatchingProducer(withHidden(properties), stage);
  }

  private Properties withHidden(Properties visible) {
    var all = new Properties();
    all.putAll(visible);
    all.putAll(hidden);
    return all;
  }
}
