package io.dataflow.runtime.kafka;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Kafka sink on camel-kafka (contract 2.3).
public final class KafkaSinkConnector implements SinkConnector {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaSinkConnector.class);
  private static final String PATIENCE_MS = "10000";
  private static final int BATCH_BYTES = 128 << 10;

  private final KafkaSink sink;
  private final String stage;
  private final Map<String, String> login;
  private int batchBytes = BATCH_BYTES;

  /// @param stage the sink's route id: `sink:main`
  public KafkaSinkConnector(KafkaSink sink, String stage) {
    this.sink = sink;
    this.stage = stage;
    this.login =
        new KafkaLogin(stage + " kafka", sink.effectiveProtocol(), sink.tls(), sink.sasl())
            .properties();
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
    return Map.of(
        "topic",
        sink.topic(),
        "brokers",
        String.join(",", sink.brokers()),
        "batchBytes",
        batchBytes);
  }

  @Override
  public Map<String, Object> beans() {
    return Map.of("clients", new KafkaClients(login, sink.topic(), stage, SourceEvents.none()));
  }

  @Override
  public void open() throws UnavailableException {
    var properties = new HashMap<String, Object>(login);
    properties.put("bootstrap.servers", String.join(",", sink.brokers()));
    properties.put("default.api.timeout.ms", PATIENCE_MS);
    properties.put("request.timeout.ms", PATIENCE_MS);
    try (var admin = Admin.create(properties)) {
      admin.describeTopics(List.of(sink.topic())).allTopicNames().get();
      batchBytes = Math.min(BATCH_BYTES, longestBatch(admin) * 3 / 4);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      var cause = (Exception) e.getCause();
      if (cause instanceof RetriableException
          && !(cause instanceof UnknownTopicOrPartitionException)) {
        throw KafkaProblem.unavailable(stage + " kafka", cause);
      }
      throw KafkaProblem.fatal(stage + " kafka", sink.topic(), cause);
    } catch (KafkaException e) {
      throw KafkaProblem.fatal(stage + " kafka", sink.topic(), e);
    }
  }

  /// What the topic takes at once. A batch that is longer because of one record is sent over and
  /// over by Kafka's client when the whole of it is below its own limit, so ours stays below the
  /// topic's; a record that is too long travels alone, and is refused alone.
  private int longestBatch(Admin admin) throws InterruptedException {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, sink.topic());
    try {
      var settings = admin.describeConfigs(List.of(topic)).all().get().get(topic);
      return Integer.parseInt(settings.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    } catch (ExecutionException e) {
      LOG.debug("{}: the topic's settings are not ours to read", stage, e);
      return BATCH_BYTES;
    }
  }

  @Override
  public void close() {
    // Camel closes the client.
  }
}
