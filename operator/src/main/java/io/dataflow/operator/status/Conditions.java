package io.dataflow.operator.status;

import io.dataflow.api.spec.status.ConditionStatus;
import io.dataflow.api.spec.status.StatusCondition;
import io.dataflow.operator.upgrade.Turn;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The conditions that tools wait for: `Ready`, and kstatus' `Reconciling` and `Stalled`; and while
/// an upgrade has not reached the flow, `Upgraded`.
record Conditions(Judgement judgement, Turn turn, long generation, Instant now) {

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
    var status = holds ? ConditionStatus.TRUE : ConditionStatus.FALSE;
    return new StatusCondition(
        type,
        status,
        reason,
        Optional.of(message),
        since(type, status, before),
        Optional.of(generation));
  }

  private OffsetDateTime since(String type, ConditionStatus status, List<StatusCondition> before) {
    return before.stream()
        .filter(it -> it.type().equals(type) && it.status() == status)
        .findFirst()
        .map(StatusCondition::lastTransitionTime)
        .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }
}
