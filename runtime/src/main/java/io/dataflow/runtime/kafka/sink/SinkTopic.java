package io.dataflow.runtime.kafka.sink;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.client.AdminRequest;
import io.dataflow.runtime.kafka.client.KafkaLogin;
import io.dataflow.runtime.kafka.client.KafkaProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The topic that a sink writes, and what every client of it needs to know.
final class SinkTopic {
  private static final Logger LOG = LoggerFactory.getLogger(SinkTopic.class);

  private final KafkaSink sink;
  private final String place;
  private final Map<String, String> login;

  /// @param stage the sink's route id: `sink:main`
  SinkTopic(KafkaSink sink, String stage) {
    this.sink = sink;
    this.place = stage + " kafka";
    this.login =
        new KafkaLogin(place, sink.effectiveProtocol(), sink.tls(), sink.sasl()).properties();
  }

  String place() {
    return place;
  }

  String name() {
    return sink.topic();
  }

  /// Address and login.
  Map<String, Object> properties() {
    var properties = new HashMap<String, Object>(login);
    properties.put("bootstrap.servers", String.join(",", sink.brokers()));
    properties.put("client.id", "dataflow-operator");
    return properties;
  }

  /// The same, and how a producer makes batches smaller and chooses partitions.
  Map<String, Object> producerProperties() {
    var properties = properties();
    properties.put("compression.type", sink.compression().name().toLowerCase(Locale.ROOT));
    switch (sink.partitioner()) {
      // What Kafka's producer does when nothing is said.
      case MURMUR2 -> {}
      case STICKY -> properties.put("partitioner.ignore.keys", true);
    }
    return properties;
  }

  /// Looks whether the topic is there and what it takes.
  TopicLimits look() throws UnavailableException {
    return request()
        .answer(
            admin -> {
              admin.describeTopics(List.of(name())).allTopicNames().get();
              return limits(admin);
            });
  }

  /// What a consumer group has committed, by transactions that are over.
  Map<TopicPartition, OffsetAndMetadata> committed(String group) throws UnavailableException {
    var stable = new ListConsumerGroupOffsetsOptions().requireStable(true);
    var offsets =
        request()
            .answer(
                admin ->
                    admin
                        .listConsumerGroupOffsets(group, stable)
                        .partitionsToOffsetAndMetadata()
                        .get());
    var committed = new HashMap<>(offsets);
    committed.values().removeIf(Objects::isNull);
    return committed;
  }

  private AdminRequest request() {
    return new AdminRequest(place, name(), properties());
  }

  private TopicLimits limits(Admin admin) throws InterruptedException {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, name());
    try {
      return TopicLimits.of(
          admin.describeConfigs(List.of(topic)).all().get().get(topic).entries().stream()
              .filter(entry -> entry.value() != null)
              .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value)));
    } catch (ExecutionException e) {
      LOG.debug("{}: the topic's settings are not ours to read", place, e);
      return TopicLimits.USUAL;
    }
  }

  /// What a failure of the brokers means for the flow.
  ///
  /// @throws FlowException when trying again does not help
  UnavailableException failure(Exception e) {
    return switch (e) {
      // The group divides its partitions anew: what is still ours is written then.
      case CommitFailedException outdated -> rebalancing(outdated);
      case ProducerFencedException fenced -> throw fenced(fenced);
      case InvalidProducerEpochException fenced -> throw fenced(fenced);
      default -> KafkaProblem.failure(place, name(), e);
    };
  }

  private UnavailableException rebalancing(Exception e) {
    return new UnavailableException(
        ErrorType.TRANSIENT,
        place
            + ": the consumer group has been rebalanced, so the transaction is not"
            + " committed. Records of partitions that this processor keeps are written again.",
        e);
  }

  private FlowException fenced(Exception e) {
    return new FlowException(
        place
            + ": another processor of this flow has taken over, or the transaction has lasted too"
            + " long, so this one's batch is not written. The next processor begins with it.",
        e);
  }

  /// What it means that no client can be made.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when trying again does not help
  UnavailableException unmade(KafkaException e) {
    return KafkaProblem.unmade(place, e);
  }
}
