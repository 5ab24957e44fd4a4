package io.dataflow.operator.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.Replica;
import org.junit.jupiter.api.Test;

/// Two replicas of the operator on the real API server: never do both of them write.
class LeaderTest {
  private static final String HOLDER = ".spec.holderIdentity";

  private final FlowCase flow = FlowCase.fresh();

  private Replica replica(String name) {
    return Replica.start(flow.namespace(), name);
  }

  @Test
  void aReplicaThatIsStoppedGivesTheLeaseBack() {
    try (var first = replica("first")) {
      flow.until("a leader", first::leads);
      first.stop();
      assertThat(flow.value("lease/replicas", HOLDER)).isEmpty();
      assertThat(first.isLost()).isFalse();
      try (var second = replica("second")) {
        flow.until("a leader", second::leads);
        assertThat(flow.value("lease/replicas", HOLDER)).isEqualTo("second");
        assertThat(flow.value("lease/replicas", ".spec.leaseTransitions")).isEqualTo("1");
      }
    }
  }

  /// Its process stands still with a write in hand, for longer than its Lease holds, and goes on.
  @Test
  void aLeaderThatStoodStillWritesNothingWhenItGoesOn() {
    try (var first = replica("first")) {
      flow.until("a leader", first::leads);
      flow.apply(FlowCase.KAFKA);
      flow.until("its work", () -> flow.status("observedGeneration").equals("1"));
      first.freeze().begin();
      flow.apply(FlowCase.KAFKA.replace("topic: orders", "topic: others"));
      // Its Lease and a child of the flow.
      flow.until("a write in hand", () -> first.freeze().held() > 1);
      var before = first.written();
      try (var second = replica("second")) {
        flow.until("another leader", second::leads);
        assertThat(first.leads()).isFalse();
        flow.until("its work", () -> flow.status("observedGeneration").equals("2"));
        first.freeze().end();
        flow.until("the end of the first", first::isLost);
        first.stop();
        assertThat(first.written()).isEqualTo(before);
        assertThat(second.leads()).isTrue();
        assertThat(flow.value("lease/replicas", HOLDER)).isEqualTo("second");
      }
    }
  }

  /// The API server does not answer the leader, which has nothing to do.
  @Test
  void aRenewalThatHangsCountsAsLost() {
    try (var first = replica("first")) {
      flow.until("a leader", first::leads);
      first.freeze().begin();
      flow.until("the loss", first::isLost);
      assertThat(first.leads()).isFalse();
      assertThat(flow.value("lease/replicas", HOLDER)).isEqualTo("first");
    }
  }
}
