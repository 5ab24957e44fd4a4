package io.dataflow.runtime.kafka;

import io.dataflow.runtime.connector.SourceEvents;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.consumer.Consumer;

/// Gives camel-kafka its client: ours, which carries a batch at a time, with the properties of
/// Camel's endpoint and those that must not stand in an endpoint's URI (logins, certificates).
final class KafkaClients extends DefaultKafkaClientFactory {
  private final Map<String, String> hidden;
  private final String topic;
  private final SourceEvents events;

  /// @param hidden properties that nobody may see
  KafkaClients(Map<String, String> hidden, String topic, SourceEvents events) {
    this.hidden = hidden;
    this.topic = topic;
    this.events = events;
  }

  @Override
  public Consumer<byte[], Object> getConsumer(Properties properties) {
    return new PrefetchingConsumer(withHidden(properties), topic, events);
  }

  private Properties withHidden(Properties visible) {
    var all = new Properties();
    all.putAll(visible);
    all.putAll(hidden);
    return all;
  }
}
