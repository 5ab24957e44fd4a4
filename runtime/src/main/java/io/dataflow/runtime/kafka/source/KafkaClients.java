package io.dataflow.runtime.kafka.source;

import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.kafka.client.KafkaProblem;
import io.dataflow.runtime.kafka.value.ValueDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;

/// Gives camel-kafka its client: ours, which carries a batch at a time, with the properties of
/// Camel's endpoint and those that must not stand in an endpoint's URI (logins, certificates).
final class KafkaClients extends DefaultKafkaClientFactory {
  private final Map<String, String> hidden;
  private final String topic;
  private final SourceEvents events;
  private final Membership membership;
  private final Supplier<StoredOffsets> storage;
  private final ValueDecoder decoder;
  private volatile Optional<PrefetchingConsumer> consumer = Optional.empty();

  /// @param hidden properties that nobody may see
  /// @param storage how sinks store offsets; asked when a client is made
  /// @param decoder makes the flow's bodies of values
  KafkaClients(
      Map<String, String> hidden,
      String topic,
      SourceEvents events,
      Membership membership,
      Supplier<StoredOffsets> storage,
      ValueDecoder decoder) {
    this.storage = storage;
    this.decoder = decoder;
    this.hidden = hidden;
    this.topic = topic;
    this.events = events;
    this.membership = membership;
  }

  @Override
  public Consumer<byte[], Object> getConsumer(Properties properties) {
    try {
      var made =
          new PrefetchingConsumer(
              withHidden(properties), topic, events, membership, storage.get(), decoder);
      consumer = Optional.of(made);
      return made;
    } catch (KafkaException e) {
      // Camel tries again every few seconds, and keeps the reason to itself.
      if (KafkaProblem.isUnresolved(e)) {
        events.unavailable(KafkaProblem.unresolved("source kafka", e));
      } else {
        events.failed(KafkaProblem.unusable("source kafka", e));
      }
      throw e;
    }
  }

  /// How many messages wait for the flow.
  int waiting() {
    return consumer.map(PrefetchingConsumer::waiting).orElse(0);
  }

  private Properties withHidden(Properties visible) {
    var all = new Properties();
    all.putAll(visible);
    all.putAll(hidden);
    return all;
  }
}
