package io.dataflow.operator.dataflow;

import io.dataflow.api.spec.status.StatusCondition;
import io.dataflow.operator.status.ConditionHistory;
import io.dataflow.operator.upgrade.UpgradeDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The conditions that tools wait for: `Ready`, and kstatus' `Reconciling` and `Stalled`; and while
/// an upgrade has not reached the flow, `Upgraded`.
record FlowConditions(FlowHealth health, UpgradeDecision decision, long generation, Instant now) {

  List<StatusCondition> after(List<StatusCondition> before) {
    var conditions = new ArrayList<>(usual(before));
    switch (decision) {
      case PROCEED -> {}
      case ROLL ->
          conditions.add(
              condition("Upgraded", false, "Moving", "Its processors are being replaced.", before));
      case HOLD ->
          conditions.add(
              condition(
                  "Upgraded",
                  false,
                  "WaitingForTurn",
                  "It keeps its processors as they are until other flows have been upgraded.",
                  before));
    }
    return List.copyOf(conditions);
  }

  private List<StatusCondition> usual(List<StatusCondition> before) {
    return List.of(
        condition("Ready", health.ready(), health.reason(), health.message(), before),
        condition(
            "Reconciling",
            health.changing(),
            health.changing() ? health.reason() : "Settled",
            health.changing() ? health.message() : "",
            before),
        condition(
            "Stalled",
            health.stalled(),
            health.stalled() ? health.reason() : "NotStalled",
            health.stalled() ? health.message() : "",
            before));
  }

  private StatusCondition condition(
      String type, boolean holds, String reason, String message, List<StatusCondition> before) {
    return new ConditionHistory(before, generation, now).of(type, holds, reason, message);
  }
}
