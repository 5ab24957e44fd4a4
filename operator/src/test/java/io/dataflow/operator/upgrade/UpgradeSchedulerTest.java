package io.dataflow.operator.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.workload.FlowName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Flows that ask for their turn, two at once.
class UpgradeSchedulerTest {
  private static final DeploymentState OLD =
      new DeploymentState(true, false, false, true, true, false);
  private static final DeploymentState ON_ITS_WAY =
      new DeploymentState(true, true, false, false, false, false);
  private static final DeploymentState STUCK =
      new DeploymentState(true, true, false, false, false, true);
  private static final DeploymentState DONE =
      new DeploymentState(true, true, false, true, true, false);

  private final List<FlowName> marked = new ArrayList<>();
  private final List<FlowName> gone = new ArrayList<>();
  private final List<FlowName> nudged = new ArrayList<>();
  private final UpgradeScheduler upgrades =
      new UpgradeScheduler(2, () -> marked, flow -> !gone.contains(flow), nudged::add);

  private UpgradeDecision ask(String flow, DeploymentState state) {
    return upgrades.decide(name(flow), state);
  }

  private static FlowName name(String flow) {
    return new FlowName("shop", flow);
  }

  @Test
  void theNextOneComesWhenOneHasArrived() {
    assertThat(ask("a", OLD)).isEqualTo(UpgradeDecision.ROLL);
    assertThat(ask("b", OLD)).isEqualTo(UpgradeDecision.ROLL);
    assertThat(ask("c", OLD)).isEqualTo(UpgradeDecision.HOLD);
    assertThat(ask("a", ON_ITS_WAY)).isEqualTo(UpgradeDecision.ROLL);
    assertThat(nudged).isEmpty();
    assertThat(ask("a", DONE)).isEqualTo(UpgradeDecision.PROCEED);
    assertThat(nudged).containsExactly(name("c"));
    assertThat(ask("c", OLD)).isEqualTo(UpgradeDecision.ROLL);
  }

  @Test
  void nobodyComesWhenThoseBeforeGetStuckAndAllDoWhenTheyAreGoneOrRepaired() {
    ask("a", OLD);
    ask("b", OLD);
    ask("c", OLD);
    ask("a", STUCK);
    assertThat(upgrades.isBlocked()).isFalse();
    upgrades.fail(name("b"));
    assertThat(upgrades.isBlocked()).isTrue();
    assertThat(upgrades.failing()).isEqualTo(2);
    assertThat(ask("c", OLD)).isEqualTo(UpgradeDecision.HOLD);
    assertThat(ask("b", OLD)).isEqualTo(UpgradeDecision.ROLL);
    assertThat(upgrades.isBlocked()).isFalse();
    upgrades.leave(name("a"));
    assertThat(nudged).containsExactly(name("c"));
  }

  @Test
  void anotherOperatorGoesOnWhereOneHasStopped() {
    marked.addAll(List.of(name("a"), name("b")));
    assertThat(ask("c", OLD)).isEqualTo(UpgradeDecision.HOLD);
    assertThat(upgrades.rolling()).isEqualTo(2);
    assertThat(upgrades.waiting()).isEqualTo(1);
    ask("b", DONE);
    assertThat(nudged).containsExactly(name("c"));
  }

  @Test
  void anOperatorThatStopsGivesNoPlaceAwayThoughAllSeemToHaveGone() {
    ask("a", OLD);
    ask("b", OLD);
    ask("c", OLD);
    upgrades.stop();
    gone.addAll(List.of(name("a"), name("b"), name("c")));
    assertThat(ask("c", OLD)).isEqualTo(UpgradeDecision.HOLD);
    assertThat(ask("a", OLD)).isEqualTo(UpgradeDecision.ROLL);
    assertThat(upgrades.waiting()).isEqualTo(1);
    assertThat(nudged).isEmpty();
  }

  @Test
  void whoWaitsAndGoesDoesNotKeepTheOthersFromTheirTurn() {
    for (var flow : List.of("a", "b", "c", "d")) {
      ask(flow, OLD);
    }
    ask("a", DONE);
    upgrades.leave(name("c"));
    assertThat(nudged).containsExactly(name("c"), name("d"));
  }

  @Test
  void whoGoesWithoutAWordLeavesHisPlaceToo() {
    for (var flow : List.of("a", "b", "c", "d")) {
      ask(flow, OLD);
    }
    gone.addAll(List.of(name("a"), name("c")));
    ask("b", ON_ITS_WAY);
    assertThat(nudged).containsExactly(name("d"));
    assertThat(ask("d", OLD)).isEqualTo(UpgradeDecision.ROLL);
  }
}
