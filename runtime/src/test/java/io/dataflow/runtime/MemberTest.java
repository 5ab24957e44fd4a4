package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/// A processor with a name in its consumer group takes the place of the one before it at once.
class MemberTest {
  private final Topic in = Topic.fresh(3);
  private final Topic out = Topic.fresh(1);
  private final String group = "g-" + in.name();

  private FlowRunner start() {
    var flow =
        """
        source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: %4$s}}
        sink: {type: kafka, config: {brokers: [%1$s], topic: %3$s}}
        """
            .formatted(Topic.brokers(), in.name(), out.name(), group);
    return FlowRunner.start(
        TestFlow.spec(flow), TestFlow.options().withMember(Optional.of("orders-0")));
  }

  @Test
  void whatADeadPredecessorHoldsIsReadAtOnce() {
    // Missed by the broker long after this test has failed.
    try (var dead = StaticMember.of(in, group, "orders-0", Duration.ofMinutes(20))) {
      TestFlow.await(() -> dead.partitions() == 3);
    }
    in.send("1", "2", "3");
    try (var run = start()) {
      TestFlow.await(() -> run.counters().acknowledged() == 3);
    }
  }

  @Test
  void thePredecessorThatIsStillThereEndsAndSaysWhy() throws InterruptedException {
    try (var first = start()) {
      TestFlow.await(first::isReady);
      try (var second = start()) {
        assertThat(first.await()).isEqualTo(1);
        assertThat(first.failure().orElseThrow())
            .startsWith("source kafka: another processor of this flow has taken the place of this")
            .endsWith("set `spec.replicas` to run several.");
        in.send("1", "2", "3");
        TestFlow.await(() -> second.counters().acknowledged() == 3);
        assertThat(second.failure()).isEmpty();
      }
    }
    assertThat(out.values()).containsExactlyInAnyOrder("1", "2", "3");
  }

  @Test
  void aStopGivesThePlaceUp() throws Exception {
    try (var run = start()) {
      TestFlow.await(run::isReady);
      assertThat(members()).isEqualTo(1);
    }
    assertThat(members()).isZero();
  }

  private int members() throws Exception {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", Topic.brokers()))) {
      return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().size();
    }
  }
}
