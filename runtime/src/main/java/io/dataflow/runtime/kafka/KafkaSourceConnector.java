package io.dataflow.runtime.kafka;

import io.dataflow.api.connector.KafkaSource;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceEvents;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The Kafka source on camel-kafka (contract 2.2). What the broker says of topic and login comes
/// with the first read, as an event.
public final class KafkaSourceConnector implements SourceConnector {
  private static final int FETCH_MAX = 16 << 20;
  private static final int PARTITION_FETCH_MAX = 4 << 20;
  private static final Duration FETCH_WAIT = Duration.ofMillis(500);
  private static final Duration REQUEST = Duration.ofSeconds(30);
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final KafkaSource source;
  private final KafkaClients clients;

  /// A source that reports to `events`.
  public KafkaSourceConnector(KafkaSource source, SourceEvents events) {
    this.source = source;
    var login =
        new KafkaLogin("source kafka", source.effectiveProtocol(), source.tls(), source.sasl());
    this.clients = new KafkaClients(login.properties(), source.topic(), events);
  }

  @Override
  public String type() {
    return "kafka";
  }

  @Override
  public String template() {
    return "kafka-source";
  }

  @Override
  public Map<String, Object> parameters() {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("topic", source.topic());
    parameters.put("brokers", String.join(",", source.brokers()));
    parameters.put("consumerGroup", source.consumerGroup());
    parameters.put("fetchWaitMs", millis(source.consumerMaxWait(), FETCH_WAIT));
    parameters.put("fetchMinBytes", source.fetchMinBytes().orElse(1));
    parameters.put("fetchMaxBytes", source.fetchMaxBytes().orElse(FETCH_MAX));
    parameters.put(
        "maxPartitionFetchBytes", source.maxPartitionFetchBytes().orElse(PARTITION_FETCH_MAX));
    parameters.put("requestTimeoutMs", millis(source.netReadTimeout(), REQUEST));
    parameters.put("connectTimeoutMs", millis(source.netWriteTimeout(), CONNECT));
    return parameters;
  }

  private static long millis(Optional<Duration> stated, Duration fallback) {
    return stated.orElse(fallback).toMillis();
  }

  @Override
  public Map<String, Object> beans() {
    return Map.of("clients", clients);
  }

  @Override
  public void check() {
    // Said by the first read.
  }

  @Override
  public void close() {
    // Camel closes the client, and that commits.
  }
}
