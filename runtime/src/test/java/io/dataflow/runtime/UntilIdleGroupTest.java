package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// `--until-idle` in a consumer group in which others hold partitions.
@Execution(ExecutionMode.CONCURRENT)
class UntilIdleGroupTest {
  private static final int EACH = 10;

  private final Topic in = Topic.fresh(3);
  private final Topic out = Topic.fresh(1);

  private String flow() {
    return """
    source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: g-%2$s}}
    sink: {type: kafka, config: {brokers: [%1$s], topic: %3$s}}
    """
        .formatted(Topic.brokers(), in.name(), out.name());
  }

  private void send() {
    in.send(
        IntStream.range(0, 3 * EACH)
            .mapToObj(
                number ->
                    new ProducerRecord<byte[], byte[]>(
                        in.name(), number % 3, null, Topic.bytes("" + number)))
            .toList());
  }

  @Test
  void whatADeadMemberHoldsIsWaitedForAndRead() throws Exception {
    try (var run =
            FlowRunner.start(
                TestFlow.spec(flow()),
                TestFlow.options().withUntilIdle(Optional.of(TestFlow.QUIET)));
        var member = StaticMember.of(in, "g-" + in.name(), "mortal", Duration.ofSeconds(15))) {
      TestFlow.await(() -> member.partitions() > 0 && run.isReady());
      int held = member.partitions();
      member.close();
      send();
      TestFlow.await(() -> run.counters().acknowledged() >= (3 - held) * EACH);
      assertThat(run.await()).isZero();
      assertThat(run.failure()).isEmpty();
      assertThat(out.values()).hasSize(3 * EACH);
    }
  }
}
