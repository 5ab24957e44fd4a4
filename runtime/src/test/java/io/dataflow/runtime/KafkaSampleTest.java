package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.connector.Source;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.flow.LiveSample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaSampleTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static List<Message> newest(String topic, int count) throws InterruptedException {
    return new LiveSample(source(Topic.brokers(), topic), PATIENCE).newest(count);
  }

  private static Source source(String brokers, String topic) {
    var spec =
        """
        source: {type: kafka, config: {brokers: ['%s'], topic: %s, consumerGroup: g-%2$s}}
        sink: {type: kafka, config: {brokers: [nowhere:1], topic: none}}
        """
            .formatted(brokers, topic);
    return ((Reading.Valid) Manifest.parse(spec).bind(Secrets.none())).flow().spec().source();
  }

  private static List<String> bodies(List<Message> messages) {
    return messages.stream().map(it -> new String(it.original(), StandardCharsets.UTF_8)).toList();
  }

  @Test
  void bringsTheNewestRecordsWithWhatIsKnownOfThem() throws InterruptedException {
    var topic = Topic.fresh(1);
    topic.send(IntStream.range(0, 50).mapToObj("{\"n\":%d}"::formatted).toArray(String[]::new));
    topic.send(
        List.of(new ProducerRecord<>(topic.name(), 0, 7L, Topic.bytes("k"), Topic.bytes("last"))));
    var messages = newest(topic.name(), 1);
    assertThat(bodies(newest(topic.name(), 3))).contains("last").hasSize(3);
    assertThat(bodies(messages)).containsExactly("last");
    assertThat(messages.getFirst().metadata().asMap())
        .containsEntry("topic", topic.name())
        .containsEntry("offset", 50L)
        .containsEntry("key", "k");
  }

  @Test
  void bringsTheNewestOfAllPartitions() throws InterruptedException {
    var topic = Topic.fresh(3);
    topic.send(
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    new ProducerRecord<>(
                        topic.name(),
                        i % 3,
                        1_000_000L + i,
                        Topic.bytes("k"),
                        Topic.bytes("n" + i)))
            .toList());
    assertThat(bodies(newest(topic.name(), 4))).containsExactly("n26", "n27", "n28", "n29");
    assertThat(newest(topic.name(), 100)).hasSize(30);
  }

  @Test
  void looksFurtherBackPastRecordsThatWereTakenBack() throws InterruptedException {
    var topic = Topic.fresh(1);
    topic.send("one", "two");
    abort(topic, 100);
    assertThat(bodies(newest(topic.name(), 2))).containsExactly("one", "two");
  }

  private static void abort(Topic topic, int records) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", Topic.brokers(), "transactional.id", "x-" + topic.name());
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (int i = 0; i < records; i++) {
        producer.send(new ProducerRecord<>(topic.name(), Topic.bytes("taken back")));
      }
      producer.flush();
      producer.abortTransaction();
    }
  }

  @Test
  void anEmptyTopicHasNone() throws InterruptedException {
    assertThat(newest(Topic.fresh(2).name(), 5)).isEmpty();
  }

  @Test
  void theBrokersKnowNoGroupAfterwardsAndNoTopicMore() throws Exception {
    var topic = Topic.fresh(1);
    topic.send("one");
    newest(topic.name(), 1);
    assertThatThrownBy(() -> newest("not-" + topic.name(), 1))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("topic `not-" + topic.name() + "` does not exist");
    try (var admin = Admin.create(Map.of("bootstrap.servers", Topic.brokers()))) {
      assertThat(admin.listConsumerGroups().all().get())
          .noneMatch(group -> group.groupId().contains(topic.name()));
      assertThat(admin.listTopics().names().get())
          .contains(topic.name())
          .doesNotContain("not-" + topic.name());
    }
    assertThat(topic.committed("g-" + topic.name())).isZero();
  }

  @Test
  void saysAfterAWhileThatBrokersDoNotAnswer() {
    var sample = new LiveSample(source("localhost:1", "t"), Duration.ZERO);
    assertThatThrownBy(() -> sample.newest(1))
        .isInstanceOf(FlowException.class)
        .hasMessageStartingWith("source kafka: the brokers do not answer (");
  }
}
