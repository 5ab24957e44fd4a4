package io.dataflow.runtime.kafka;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.RejectedRecordsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/// The Kafka client that camel-kafka sends with: the value of what Camel sends is a whole
/// [Delivery]. Its messages are sent one behind the other without waiting, and the send ends when
/// the brokers have acknowledged all of them.
final class BatchingProducer extends KafkaProducer<byte[], Object> {
  private final String stage;

  BatchingProducer(Properties properties, String stage) {
    super(properties, new ByteArraySerializer(), anyBytes());
    this.stage = stage;
  }

  private static Serializer<Object> anyBytes() {
    return (topic, value) -> (byte[]) value;
  }

  @Override
  public Future<RecordMetadata> send(ProducerRecord<byte[], Object> whole) {
    var delivery = (Delivery) whole.value();
    try {
      sendAll(whole.topic(), delivery);
      return CompletableFuture.completedFuture(
          new RecordMetadata(new TopicPartition(whole.topic(), 0), -1, 0, -1, 0, 0));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(e);
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void sendAll(String topic, Delivery delivery) throws Exception {
    var pending = delivery.pending();
    var answers = new ArrayList<Future<RecordMetadata>>(pending.size());
    for (var message : pending) {
      answers.add(sendOne(topic, message));
    }
    flush();
    settle(topic, delivery, answers);
    if (!delivery.rejected().isEmpty()) {
      throw new RejectedRecordsException(delivery.rejected());
    }
  }

  private Future<RecordMetadata> sendOne(String topic, Message message) {
    var headers = new RecordHeaders();
    message.metadata().headers().forEach(header -> headers.add(header.name(), header.value()));
    var value = message.isTombstone() && message.isUnchanged() ? null : message.bytes();
    var key = message.metadata().key().orElse(null);
    try {
      return super.send(new ProducerRecord<>(topic, null, null, key, value, headers), null);
    } catch (KafkaException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /// Sorts out what has become of each message. From the first one on that may succeed later all
  /// stay pending, also those that are written: so the order of a key survives an outage.
  private void settle(String topic, Delivery delivery, List<Future<RecordMetadata>> answers)
      throws Exception {
    var pending = delivery.pending();
    for (int i = 0; i < answers.size(); i++) {
      try {
        answers.get(i).get();
      } catch (ExecutionException e) {
        var cause = (Exception) e.getCause();
        if (isRecordsFault(cause)) {
          delivery
              .rejected()
              .add(new Rejected(pending.get(i), stage, cause.getMessage(), ErrorType.INVALID_DATA));
        } else {
          pending.subList(0, i).clear();
          throw cause instanceof RetriableException
              ? KafkaProblem.unavailable(stage + " kafka", cause)
              : KafkaProblem.fatal(stage + " kafka", topic, cause);
        }
      }
    }
    pending.clear();
  }

  private static boolean isRecordsFault(Exception e) {
    return e instanceof RecordTooLargeException
        || e instanceof RecordBatchTooLargeException
        || e instanceof org.apache.kafka.common.errors.InvalidTimestampException
        || e instanceof org.apache.kafka.common.InvalidRecordException
        || e instanceof org.apache.kafka.common.errors.SerializationException;
  }
}
