package io.dataflow.runtime.kafka.sink;

import io.dataflow.api.chain.SlicedMessages;
import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.Writer;
import io.dataflow.runtime.kafka.value.BodyEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Writes records to a topic, a batch at a time, and when the flow delivers effectively once, a
/// batch a transaction.
public final class KafkaWriter implements Writer {
  private final SinkTopic topic;
  private final BodyEncoder values;
  private final RecordForm form;
  private final SinkContext context;
  private TopicLimits limits = TopicLimits.USUAL;
  private Optional<Producer<byte[], byte[]>> producer = Optional.empty();
  private boolean unsure;

  /// @throws io.dataflow.runtime.connector.FlowException when a certificate or a schema cannot be
  ///     read
  public KafkaWriter(KafkaSink sink, SinkContext context) {
    this.topic = new SinkTopic(sink, context.stage());
    this.values = BodyEncoder.of(sink, topic.place());
    this.form = new RecordForm(sink, context.stage(), values);
    this.context = context;
  }

  @Override
  public void open() throws UnavailableException {
    limits = topic.look();
    values.open();
    producer();
  }

  private Producer<byte[], byte[]> producer() throws UnavailableException {
    if (producer.isEmpty()) {
      var made = make(settings());
      producer = Optional.of(made);
      if (context.storesPosition()) {
        initialize(made);
      }
    }
    return producer.get();
  }

  private Map<String, Object> settings() {
    return context.storesPosition()
        ? ProducerSettings.transactional(
            topic, limits, TransactionalId.of(context), TransactionalId.timeout(context))
        : ProducerSettings.of(topic, limits);
  }

  private Producer<byte[], byte[]> make(Map<String, Object> settings) throws UnavailableException {
    try {
      return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw topic.unmade(e);
    }
  }

  /// Ends what an earlier producer of this name has left open.
  private void initialize(Producer<byte[], byte[]> made) throws UnavailableException {
    try {
      made.initTransactions();
    } catch (KafkaException e) {
      drop();
      throw topic.failure(e);
    }
  }

  @Override
  public void write(List<Message> messages, List<Rejected> rejected, Mark mark)
      throws UnavailableException {
    if (context.storesPosition()) {
      inTransaction(transaction -> transaction.write(messages, rejected, mark, unsure));
    } else {
      sender().send(messages, rejected, context.stopsAtRejected());
    }
  }

  @Override
  public void write(SlicedMessages messages, List<Rejected> rejected, Mark mark)
      throws UnavailableException {
    inTransaction(transaction -> transaction.write(messages, rejected, mark, unsure));
  }

  private RecordSender sender() throws UnavailableException {
    return new RecordSender(topic, context.stage(), producer(), limits, form);
  }

  private interface Work {
    void in(Transaction transaction) throws UnavailableException;
  }

  private void inTransaction(Work work) throws UnavailableException {
    var sender = sender();
    var transaction = new Transaction(topic, producer(), sender, context.stopsAtRejected());
    boolean ended = false;
    try {
      work.in(transaction);
      unsure = false;
      ended = true;
    } finally {
      if (!ended) {
        // Another producer of the same name ends what this one has left open.
        unsure = true;
        drop();
      }
    }
  }

  private void drop() {
    producer.ifPresent(client -> client.close(Duration.ZERO));
    producer = Optional.empty();
  }

  @Override
  public void close() {
    drop();
    values.close();
  }
}
