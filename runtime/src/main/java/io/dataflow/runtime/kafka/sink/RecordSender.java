package io.dataflow.runtime.kafka.sink;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.client.KafkaProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// Sends messages one behind the other without waiting, and sorts out what has become of each. A
/// record that the topic may refuse travels alone, so that a refusal costs that record only and
/// nothing behind it is written yet.
final class RecordSender {
  private final SinkTopic topic;
  private final String stage;
  private final Producer<byte[], byte[]> producer;
  private final TopicLimits limits;
  private final RecordForm form;
  private final List<Future<RecordMetadata>> answers = new ArrayList<>();

  RecordSender(
      SinkTopic topic,
      String stage,
      Producer<byte[], byte[]> producer,
      TopicLimits limits,
      RecordForm form) {
    this.topic = topic;
    this.stage = stage;
    this.producer = producer;
    this.limits = limits;
    this.form = form;
  }

  /// Returns when the brokers have acknowledged or refused all of them.
  ///
  /// @param messages taken out of the list as they are written or rejected
  /// @param stops whether to leave everything behind the first rejected one
  void send(List<Message> messages, List<Rejected> rejected, boolean stops)
      throws UnavailableException {
    answers.clear();
    form.prepare(messages);
    while (answers.size() < messages.size()) {
      var draft = draft(messages.get(answers.size()));
      boolean alone = mayBeRefused(draft);
      if (alone) {
        settle(messages, rejected);
      }
      if (stops && !rejected.isEmpty()) {
        return;
      }
      answers.add(answer(draft));
      if (alone) {
        settle(messages, rejected);
      }
    }
    settle(messages, rejected);
  }

  /// Takes out the messages that cannot be records of the topic, whatever the brokers say. Nothing
  /// is sent.
  void takeMisfits(List<Message> messages, List<Rejected> rejected) throws UnavailableException {
    form.prepare(messages);
    messages.removeIf(
        message -> {
          if (draft(message) instanceof Misfit(var reason)) {
            return rejected.add(rejection(message, reason));
          }
          return false;
        });
  }

  private Rejected rejection(Message message, Exception reason) {
    return new Rejected(message, stage, reason.getMessage(), ErrorType.INVALID_DATA);
  }

  /// A message on its way to be a record.
  private sealed interface Draft {}

  private record Fit(ProducerRecord<byte[], byte[]> record) implements Draft {}

  private record Misfit(MisfitRecordException reason) implements Draft {}

  private Draft draft(Message message) {
    try {
      return new Fit(form.of(message));
    } catch (MisfitRecordException e) {
      return new Misfit(e);
    }
  }

  private boolean mayBeRefused(Draft draft) {
    return switch (draft) {
      case Fit(var record) -> limits.mayRefuse(record);
      case Misfit _ -> true;
    };
  }

  private Future<RecordMetadata> answer(Draft draft) {
    return switch (draft) {
      case Fit(var record) -> send(record);
      case Misfit(var reason) -> CompletableFuture.failedFuture(reason);
    };
  }

  private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
    try {
      return producer.send(record);
    } catch (KafkaException e) {
      return CompletableFuture.failedFuture(e);
    } catch (LinkageError e) {
      throw KafkaProblem.unexpected(topic.place(), e);
    }
  }

  /// Waits for the brokers. From the first message on that may succeed later all stay pending, also
  /// those that are written: so the order of a key survives an outage.
  private void settle(List<Message> messages, List<Rejected> rejected) throws UnavailableException {
    if (answers.isEmpty()) {
      return;
    }
    producer.flush();
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
        rejected.add(rejection(messages.get(i), cause));
      }
    }
    messages.subList(0, answers.size()).clear();
    answers.clear();
  }
}
