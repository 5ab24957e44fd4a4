package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/// Topics that transactional producers write.
class IsolationTest {
  private final Topic in = Topic.fresh(1);
  private final Topic out = Topic.fresh(1);

  private void produce() {
    var properties =
        Map.<String, Object>of("bootstrap.servers", Topic.brokers(), "transactional.id", in.name());
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(in.name(), Topic.bytes("kept")));
      producer.commitTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(in.name(), Topic.bytes("taken back")));
      producer.flush();
      producer.abortTransaction();
    }
  }

  private FlowRunner run(String more) throws InterruptedException {
    return TestFlow.runUntilIdle(
        """
        source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: g-%2$s%4$s}}
        sink: {type: kafka, config: {brokers: [%1$s], topic: %3$s}}
        """
            .formatted(Topic.brokers(), in.name(), out.name(), more));
  }

  @Test
  void whatAProducerHasTakenBackIsNotRead() throws InterruptedException {
    produce();
    assertThat(run("").failure()).isEmpty();
    assertThat(out.values()).containsExactly("kept");
  }

  @Test
  void unlessItIsAskedFor() throws InterruptedException {
    produce();
    assertThat(run(", isolationLevel: read_uncommitted").failure()).isEmpty();
    assertThat(out.values()).containsExactly("kept", "taken back");
  }
}
