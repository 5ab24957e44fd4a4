package io.dataflow.cli.resilience;

import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.Servers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// A topic whose records are numbered, so that it is seen at the other end of a flow what is
/// missing and what is there twice.
record NumberTopic(KafkaServer server, String name) {
  private static final Pattern NUMBER = Pattern.compile("\"seq\":\\s*(\\d+)");

  /// A fresh topic of the broker that all tests share.
  static NumberTopic fresh(int partitions) {
    return fresh(Servers.kafka(), partitions);
  }

  /// A fresh topic of a broker.
  static NumberTopic fresh(KafkaServer server, int partitions) {
    var name = Servers.freshName("numbers");
    server.createTopic(name, partitions);
    return new NumberTopic(server, name);
  }

  /// The consumer group of the flow that reads it.
  ConsumerGroup group() {
    return new ConsumerGroup(server, name);
  }

  /// Sends the numbers `from` to `to - 1`, one a record.
  void send(long from, long to) {
    sendAll(records(from, to).toList());
  }

  /// The numbers `from` to `to - 1`, one a record.
  Stream<ProducerRecord<byte[], byte[]>> records(long from, long to) {
    return LongStream.range(from, to).mapToObj(number -> record(body(number)));
  }

  /// The body of the record with a number.
  static String body(long number) {
    return "{\"seq\":%d,\"text\":\"the record with the number %d\"}".formatted(number, number);
  }

  /// Sends records with these bodies.
  void send(List<String> bodies) {
    sendAll(bodies.stream().map(this::record).toList());
  }

  private ProducerRecord<byte[], byte[]> record(String body) {
    return new ProducerRecord<>(name, body.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends records as they are, and returns when the broker has them.
  void sendAll(List<ProducerRecord<byte[], byte[]>> records) {
    try (var producer = producer()) {
      sendAll(producer, records.stream());
    }
  }

  /// The same with a producer that lives on.
  static void sendAll(
      Producer<byte[], byte[]> producer, Stream<ProducerRecord<byte[], byte[]>> records) {
    var sent = records.map(producer::send).toList();
    try {
      for (var one : sent) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }

  /// A producer that takes long records too.
  Producer<byte[], byte[]> producer() {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", server.bootstrap(),
            "linger.ms", "5",
            "max.request.size", "16777216",
            "delivery.timeout.ms", "120000");
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /// The numbers of all committed records that are in it now.
  List<Long> numbers() {
    return bodies().stream()
        .map(NUMBER::matcher)
        .filter(Matcher::find)
        .map(found -> Long.valueOf(found.group(1)))
        .toList();
  }

  /// The bodies of all committed records that are in it now.
  List<String> bodies() {
    try (var consumer = consumer()) {
      var partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var bodies = new ArrayList<String>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(record -> bodies.add(new String(record.value(), StandardCharsets.UTF_8)));
      }
      return bodies;
    }
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    return consumer.partitionsFor(name).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private Consumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.<String, Object>of(
            "bootstrap.servers", server.bootstrap(), "isolation.level", "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
