package io.dataflow.testbed.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.KafkaServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Connections to a real broker, broken at moments that only a proxy can choose.
class KafkaFaultTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static KafkaServer kafka;
  private static FaultProxy proxy;

  @BeforeAll
  static void start() {
    kafka = KafkaServer.startBehindProxy();
    var ports = kafka.proxying();
    proxy = FaultProxy.start(ports.proxyPort(), ports.port(), KafkaWire::new);
  }

  @AfterAll
  static void stop() {
    proxy.close();
    kafka.close();
  }

  @Test
  void aRecordWhoseProduceIsHeldIsNotThere() throws Exception {
    var partition = topic("held");
    try (var producer = producer(Map.of())) {
      var trap = proxy.trap(Moment.before(Act.COMMIT), 0);
      var sent = producer.send(new ProducerRecord<>("held", "one"));
      assertThat(trap.await(LIMIT)).isTrue();
      assertThat(end(partition)).isZero();
      trap.cut();
      sent.get();
      assertThat(end(partition)).isEqualTo(1);
    }
  }

  @Test
  void anIdempotentProducerThatLostAnAnswerWritesOnce() throws Exception {
    var partition = topic("unanswered");
    try (var producer = producer(Map.of())) {
      var trap = proxy.trap(Moment.after(Act.WRITE), 0);
      var sent = producer.send(new ProducerRecord<>("unanswered", "one"));
      assertThat(trap.await(LIMIT)).isTrue();
      assertThat(end(partition)).isEqualTo(1);
      trap.cut();
      sent.get();
      assertThat(end(partition)).isEqualTo(1);
    }
  }

  @Test
  void aTransactionCommitsAtItsEnd() throws Exception {
    topic("transacted");
    try (var producer = producer(Map.of("transactional.id", "transacted"))) {
      producer.initTransactions();
      var trap = proxy.trap(Moment.after(Act.COMMIT), 0);
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("transacted", "one")).get();
      var committed = CompletableFuture.runAsync(producer::commitTransaction);
      assertThat(trap.await(LIMIT)).isTrue();
      assertThat(committed).isNotDone();
      trap.cut();
      committed.join();
    }
  }

  @Test
  void aPositionWhoseAnswerIsHeldIsCommitted() throws Exception {
    var partition = topic("positioned");
    try (var consumer = consumer("positioned")) {
      consumer.assign(List.of(partition));
      // The first answers of a group's coordinator may say that it is not there yet.
      consumer.commitSync(Map.of(partition, new OffsetAndMetadata(1)));
      var trap = proxy.trap(Moment.after(Act.POSITION), 0);
      var offsets = Map.of(partition, new OffsetAndMetadata(7));
      var committed = CompletableFuture.runAsync(() -> consumer.commitSync(offsets));
      assertThat(trap.await(LIMIT)).isTrue();
      assertThat(committedOf("positioned", partition)).contains(7L);
      trap.cut();
      committed.join();
    }
  }

  private static TopicPartition topic(String name) {
    kafka.createTopic(name, 1);
    return new TopicPartition(name, 0);
  }

  private static KafkaProducer<String, String> producer(Map<String, Object> more) {
    var settings = new HashMap<>(more);
    settings.put("bootstrap.servers", kafka.proxying().bootstrap());
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private static KafkaConsumer<String, String> consumer(String group) {
    return consumer(group, kafka.proxying().bootstrap());
  }

  private static KafkaConsumer<String, String> consumer(String group, String bootstrap) {
    var settings = Map.<String, Object>of("bootstrap.servers", bootstrap, "group.id", group);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }

  private static long end(TopicPartition partition) {
    try (var consumer = consumer("unused", kafka.bootstrap())) {
      return consumer.endOffsets(List.of(partition)).get(partition);
    }
  }

  private static Optional<Long> committedOf(String group, TopicPartition partition) {
    try (var consumer = consumer(group, kafka.bootstrap())) {
      return Optional.ofNullable(consumer.committed(Set.of(partition)).get(partition))
          .map(OffsetAndMetadata::offset);
    }
  }
}
