package io.dataflow.operator.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.workload.FlowName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Flows that ask for their turn, two at once.
class UpgradeSchedulerTest {
  private static final DeploymentState OUTDATED =
      new DeploymentState(true, false, false, true, true, false);
  private static final DeploymentState ROLLING =
      new DeploymentState(true, true, false, false, false, false);
  private static final DeploymentState STUCK =
      new DeploymentState(true, true, false, false, false, true);
  private static final DeploymentState DONE =
      new DeploymentState(true, true, false, true, true, false);

  private final List<FlowName> marked = new ArrayList<>();
  private final List<FlowName> gone = new ArrayList<>();
  private final List<FlowName> requeued = new ArrayList<>();
  private final UpgradeScheduler upgrades =
      new UpgradeScheduler(2, () -> marked, flow -> !gone.contains(flow), requeued::add);

  private UpgradeDecision decide(String flow, DeploymentState state) {
    return upgrades.decide(name(flow), state);
  }

  private static FlowName name(String flow) {
    return new FlowName("shop", flow);
  }

  @Test
  void theNextOneRollsWhenOneIsReady() {
    assertThat(decide("a", OUTDATED)).isEqualTo(UpgradeDecision.ROLL);
    assertThat(decide("b", OUTDATED)).isEqualTo(UpgradeDecision.ROLL);
    assertThat(decide("c", OUTDATED)).isEqualTo(UpgradeDecision.HOLD);
    assertThat(decide("a", ROLLING)).isEqualTo(UpgradeDecision.ROLL);
    assertThat(requeued).isEmpty();
    assertThat(decide("a", DONE)).isEqualTo(UpgradeDecision.PROCEED);
    assertThat(requeued).containsExactly(name("c"));
    assertThat(decide("c", OUTDATED)).isEqualTo(UpgradeDecision.ROLL);
  }

  @Test
  void noneRollsWhileThoseBeforeAreStuckAndTheNextOneWhenTheyAreGoneOrRepaired() {
    decide("a", OUTDATED);
    decide("b", OUTDATED);
    decide("c", OUTDATED);
    decide("a", STUCK);
    assertThat(upgrades.isBlocked()).isFalse();
    upgrades.fail(name("b"));
    assertThat(upgrades.isBlocked()).isTrue();
    assertThat(upgrades.failing()).isEqualTo(2);
    assertThat(decide("c", OUTDATED)).isEqualTo(UpgradeDecision.HOLD);
    assertThat(decide("b", OUTDATED)).isEqualTo(UpgradeDecision.ROLL);
    assertThat(upgrades.isBlocked()).isFalse();
    upgrades.leave(name("a"));
    assertThat(requeued).containsExactly(name("c"));
  }

  @Test
  void anotherOperatorGoesOnWhereOneHasStopped() {
    marked.addAll(List.of(name("a"), name("b")));
    assertThat(decide("c", OUTDATED)).isEqualTo(UpgradeDecision.HOLD);
    assertThat(upgrades.rolling()).isEqualTo(2);
    assertThat(upgrades.waiting()).isEqualTo(1);
    decide("b", DONE);
    assertThat(requeued).containsExactly(name("c"));
  }

  @Test
  void anOperatorThatStopsGivesNoSlotAwayThoughAllSeemToHaveGone() {
    decide("a", OUTDATED);
    decide("b", OUTDATED);
    decide("c", OUTDATED);
    upgrades.stop();
    gone.addAll(List.of(name("a"), name("b"), name("c")));
    assertThat(decide("c", OUTDATED)).isEqualTo(UpgradeDecision.HOLD);
    assertThat(decide("a", OUTDATED)).isEqualTo(UpgradeDecision.ROLL);
    assertThat(upgrades.waiting()).isEqualTo(1);
    assertThat(requeued).isEmpty();
  }

  @Test
  void aFlowThatIsDeletedWhileItWaitsDoesNotKeepOthersFromASlot() {
    for (var flow : List.of("a", "b", "c", "d")) {
      decide(flow, OUTDATED);
    }
    decide("a", DONE);
    upgrades.leave(name("c"));
    assertThat(requeued).containsExactly(name("c"), name("d"));
  }

  @Test
  void aFlowThatGoesUnnoticedLeavesItsSlotToo() {
    for (var flow : List.of("a", "b", "c", "d")) {
      decide(flow, OUTDATED);
    }
    gone.addAll(List.of(name("a"), name("c")));
    decide("b", ROLLING);
    assertThat(requeued).containsExactly(name("d"));
    assertThat(decide("d", OUTDATED)).isEqualTo(UpgradeDecision.ROLL);
  }
}
