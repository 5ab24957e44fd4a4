package io.dataflow.runtime.contract.kafka;

import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.Records;
import io.dataflow.runtime.contract.source.SourceOrigin;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// A topic that a source reads.
///
/// @param reached where it is written here
/// @param ends the source's `brokers` and what else belongs to the login
record TopicOrigin(String name, String reached, String ends) implements SourceOrigin {
  private static final int LONGEST = 16 << 20;

  static TopicOrigin on(String bootstrap, String name) {
    return new TopicOrigin(name, bootstrap, "brokers: ['" + bootstrap + "']");
  }

  @Override
  public String config() {
    return "%s, topic: %s, consumerGroup: readers-of-%s, consumerMaxWait: 100ms"
        .formatted(ends, name, name);
  }

  @Override
  public void add(List<String> bodies) {
    send(bodies.stream().map(Records::bytes));
  }

  @Override
  public void addNumbered(int from, int to) {
    send(IntStream.rangeClosed(from, to).mapToObj(Records::body).map(Records::bytes));
  }

  @Override
  public void addTied(int from, int to) {
    throw new UnsupportedOperationException("see without()");
  }

  @Override
  public void addBytes(List<byte[]> values) {
    send(values.stream());
  }

  @Override
  public void addField(Field field) {
    // Records of a topic have whatever fields they have.
  }

  private void send(Stream<byte[]> values) {
    var properties =
        Map.<String, Object>of(
            "bootstrap.servers", reached, "linger.ms", "5", "max.request.size", LONGEST);
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      var answers =
          values
              .map(value -> producer.send(new ProducerRecord<byte[], byte[]>(name, value)))
              .toList();
      producer.flush();
      for (var answer : answers) {
        answer.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(name, e);
    }
  }
}
