package io.dataflow.runtime.kafka.sink;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Writes records to a topic: one behind the other without waiting, until the brokers have
/// acknowledged all of them. A record that the topic may refuse travels alone, so that a refusal
/// costs that record only and nothing behind it is written yet.
public final class KafkaWriter implements Writer {
  private final SinkTopic topic;
  private final SinkContext context;
  private final List<Future<RecordMetadata>> answers = new ArrayList<>();
  private TopicLimits limits = TopicLimits.USUAL;
  private Optional<Producer<byte[], byte[]>> producer = Optional.empty();

  /// @throws io.dataflow.runtime.connector.FlowException when a certificate cannot be read
  public KafkaWriter(KafkaSink sink, SinkContext context) {
    this.topic = new SinkTopic(sink, context.stage());
    this.context = context;
  }

  @Override
  public void open() throws UnavailableException {
    limits = topic.look();
    producer();
  }

  private Producer<byte[], byte[]> producer() throws UnavailableException {
    if (producer.isEmpty()) {
      try {
        producer =
            Optional.of(
                new KafkaProducer<>(
                    ProducerSettings.of(topic, limits),
                    new ByteArraySerializer(),
                    new ByteArraySerializer()));
      } catch (KafkaException e) {
        throw topic.unmade(e);
      }
    }
    return producer.get();
  }

  @Override
  public void write(List<Message> messages, List<Rejected> rejected, Mark mark)
      throws UnavailableException {
    var client = producer();
    answers.clear();
    while (answers.size() < messages.size()) {
      var record = record(messages.get(answers.size()));
      boolean alone = limits.mayRefuse(record);
      if (alone && !answers.isEmpty()) {
        settle(client, messages, rejected);
        if (isOver(rejected)) {
          return;
        }
      }
      answers.add(send(client, record));
      if (alone) {
        settle(client, messages, rejected);
        if (isOver(rejected)) {
          return;
        }
      }
    }
    settle(client, messages, rejected);
  }

  private boolean isOver(List<Rejected> rejected) {
    boolean stops =
        context.spec().errors().isEmpty();
    return !rejected.isEmpty() && stops;
  }

  private ProducerRecord<byte[], byte[]> record(Message message) {
    var metadata = message.metadata();
    var record =
        new ProducerRecord<>(
            topic.name(),
            null,
            metadata.timestamp().map(time -> time.toEpochMilli()).orElse(null),
            metadata.key().orElse(null),
            message.isTombstone() && message.isUnchanged() ? null : message.bytes());
    metadata.headers().forEach(header -> record.headers().add(header.name(), header.value()));
    return record;
  }

  private static Future<RecordMetadata> send(
      Producer<byte[], byte[]> client, ProducerRecord<byte[], byte[]> record) {
    try {
      return client.send(record);
    } catch (KafkaException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /// Waits for the brokers and sorts out what has become of each message. From the first one on
  /// that may succeed later all stay pending, also those that are written: so the order of a key
  /// survives an outage.
  private void settle(
      Producer<byte[], byte[]> client, List<Message> messages, List<Rejected> rejected)
      throws UnavailableException {
    client.flush();
    for (int i = 0; i < answers.size(); i++) {
      try {
        answers.get(i).get();
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      } catch (ExecutionException e) {
        var cause = (Exception) e.getCause();
        if (!RecordFault.is(cause)) {
          messages.subList(0, i).clear();
          throw topic.failure(cause);
        }
        rejected.add(
            new Rejected(
                messages.get(i), context.stage(), cause.getMessage(), ErrorType.INVALID_DATA));
      }
    }
    messages.subList(0, answers.size()).clear();
    answers.clear();
  }

  @Override
  public void close() {
    producer.ifPresent(client -> client.close(Duration.ZERO));
    producer = Optional.empty();
  }
}
