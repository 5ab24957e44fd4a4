package io.dataflow.cli.chaos.world;

import io.dataflow.cli.chaos.oracle.NumberedRecords;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.testbed.KafkaServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Feeds a topic, the records of a key into one partition.
final class TopicFeed implements SourceFeed {
  private static final int PARTITIONS = 4;

  private final String topic;
  private final NumberedRecords records;
  private final Producer<byte[], byte[]> producer;

  TopicFeed(KafkaServer server, String topic, NumberedRecords records) {
    this.topic = topic;
    this.records = records;
    server.createTopic(topic, PARTITIONS);
    // The producer is idempotent: it tries again without writing twice. A broker is away for some
    // seconds only.
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", server.bootstrap(), "delivery.timeout.ms", "300000");
    var bytes = new ByteArraySerializer();
    this.producer = new KafkaProducer<>(settings, bytes, bytes);
  }

  @Override
  public void send(long from, long to) throws InterruptedException {
    var sent = LongStream.range(from, to).mapToObj(this::record).map(producer::send).toList();
    for (var one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new CommandException("chaos: the topic cannot be fed: " + e.getMessage(), e);
      }
    }
  }

  private ProducerRecord<byte[], byte[]> record(long number) {
    var key = records.key(number).getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, key, records.json(number).toBytes());
  }

  @Override
  public void close() {
    producer.close();
  }
}
