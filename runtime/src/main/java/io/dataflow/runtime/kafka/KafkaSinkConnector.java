package io.dataflow.runtime.kafka;

import io.dataflow.api.spec.KafkaSink;
import io.dataflow.runtime.flow.SinkConnector;
import io.dataflow.runtime.flow.SourceEvents;
import io.dataflow.runtime.flow.UnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// The Kafka sink on camel-kafka (contract 2.3).
public final class KafkaSinkConnector implements SinkConnector {
  private static final String PATIENCE_MS = "10000";

  private final KafkaSink sink;
  private final String stage;
  private final Map<String, String> login;

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
    return Map.of("topic", sink.topic(), "brokers", String.join(",", sink.brokers()));
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
      admin.describeTopics(java.util.List.of(sink.topic())).allTopicNames().get();
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

  @Override
  public void close() {
    // Camel closes the client.
  }
}
