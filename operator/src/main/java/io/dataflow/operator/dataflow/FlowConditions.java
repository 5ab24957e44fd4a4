package io.dataflow.operator.dataflow;

import io.dataflow.api.spec.status.StatusCondition;
import io.dataflow.operator.status.ConditionHistory;
import io.dataflow.operator.upgrade.UpgradeDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The conditions that tools wait for: `Ready`, and kstatus' `Reconciling` and `Stalled`; and while
/// an upgrade has not reached the flow, `Upgraded`.
record FlowConditions(FlowHealth judgement, UpgradeDecision turn, long generation, Instant now) {

  List<StatusCondition> after(List<StatusCondition> before) {
    var conditions = new ArrayList<>(usual(before));
    switch (turn) {
      case NOW -> {}
      case MOVE ->
          conditions.add(
              condition("Upgraded", false, "Moving", "Its processors are being replaced.", before));
      case WAIT ->
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
        condition("Ready", judgement.ready(), judgement.reason(), judgement.message(), before),
        condition(
            "Reconciling",
            judgement.changing(),
            judgement.changing() ? judgement.reason() : "Settled",
            judgement.changing() ? judgement.message() : "",
            before),
        condition(
            "Stalled",
            judgement.stalled(),
            judgement.stalled() ? judgement.reason() : "NotStalled",
            judgement.stalled() ? judgement.message() : "",
            before));
  }

  private StatusCondition condition(
      String type, boolean holds, String reason, String message, List<StatusCondition> before) {
    return new ConditionHistory(before, generation, now).of(type, holds, reason, message);
  }
}
