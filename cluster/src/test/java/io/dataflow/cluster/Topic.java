package io.dataflow.cluster;

import io.dataflow.testbed.Servers;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// A topic of the shared broker with numbered messages.
final class Topic implements AutoCloseable {
  private final String name = Servers.freshTopic(3);
  private final KafkaProducer<String, String> producer =
      new KafkaProducer<>(
          Map.<String, Object>of("bootstrap.servers", Servers.kafka().bootstrap(), "acks", "all"),
          new StringSerializer(),
          new StringSerializer());

  String name() {
    return name;
  }

  /// Writes the messages with these numbers; returns when the broker has them.
  void write(long from, long to) {
    LongStream.range(from, to).forEach(this::send);
    producer.flush();
  }

  /// Writes one message.
  void send(long number) {
    send(number, "{\"id\":" + number + ",\"note\":\"a\"}");
  }

  /// Writes one message of this content.
  void send(long number, String json) {
    producer.send(new ProducerRecord<>(name, Long.toString(number), json));
  }

  @Override
  public void close() {
    producer.close();
  }
}
