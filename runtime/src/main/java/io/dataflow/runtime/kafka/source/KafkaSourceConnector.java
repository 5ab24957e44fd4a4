package io.dataflow.runtime.kafka.source;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.client.AdminRequest;
import io.dataflow.runtime.kafka.client.KafkaLogin;
import io.dataflow.runtime.kafka.client.KafkaProblem;
import io.dataflow.runtime.kafka.value.ValueDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.ClientDnsLookup;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.common.config.ConfigException;

/// The Kafka source on camel-kafka, as `docs/kafka.md` describes it. What the broker says of topic
/// and login comes with the first read, as an event.
public final class KafkaSourceConnector implements SourceConnector {
  private static final int FETCH_MAX = 16 << 20;
  private static final int PARTITION_FETCH_MAX = 4 << 20;
  private static final Duration FETCH_WAIT = Duration.ofMillis(500);
  private static final Duration REQUEST = Duration.ofSeconds(30);
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final KafkaSource source;
  private final DataFlowSpec spec;
  private final Membership membership;
  private final Map<String, String> login;
  private final KafkaClients clients;
  private final ValueDecoder decoder;
  private volatile String topicId = "";

  /// A source of this flow. By the flow's name in the consumer group the next processor takes the
  /// place of this one at once; without one the group gives a new name to each.
  public KafkaSourceConnector(KafkaSource source, SourceContext context) {
    this.source = source;
    this.spec = context.spec();
    this.membership = new Membership(context.member());
    this.login =
        new KafkaLogin("source kafka", source.effectiveProtocol(), source.tls(), source.sasl())
            .properties();
    this.decoder = ValueDecoder.of(source);
    this.clients =
        new KafkaClients(
            login, source.topic(), context.events(), membership, this::storage, decoder);
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
    membership.id().ifPresent(id -> parameters.put("member", id));
    parameters.put("isolationLevel", source.isolationLevel().name().toLowerCase(Locale.ROOT));
    parameters.put("maxPollRecords", spec.channelBufferSize());
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
  public long waiting() {
    return clients.waiting();
  }

  /// What the brokers say of topic and login comes with the first read. But Camel ends the flow
  /// when the DNS knows none of them, which may pass.
  @Override
  public void check() throws UnavailableException {
    try {
      ClientUtils.parseAndValidateAddresses(source.brokers(), ClientDnsLookup.USE_ALL_DNS_IPS);
    } catch (ConfigException e) {
      throw KafkaProblem.unmade("source kafka", e);
    }
    decoder.check();
    if (spec.isEffectivelyOnce()) {
      topicId = topicId();
    }
  }

  /// What no later topic of the same name has.
  private String topicId() throws UnavailableException {
    return new AdminRequest("source kafka", source.topic(), properties())
        .answer(
            admin -> admin.describeTopics(List.of(source.topic())).allTopicNames().get().values())
        .iterator()
        .next()
        .topicId()
        .toString();
  }

  private StoredOffsets storage() {
    boolean bySink = spec.isEffectivelyOnce() && spec.sink() instanceof KafkaSink;
    return new StoredOffsets(source.consumerGroup(), topicId, bySink);
  }

  /// Camel has closed the client by now, and that has committed.
  @Override
  public void close() {
    decoder.close();
    membership.leave(properties(), source.consumerGroup());
  }

  private Map<String, Object> properties() {
    var properties = new HashMap<String, Object>(login);
    properties.put("bootstrap.servers", String.join(",", source.brokers()));
    return properties;
  }
}
