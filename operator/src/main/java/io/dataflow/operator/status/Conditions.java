package io.dataflow.operator.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The conditions that tools wait for: `Ready`, and kstatus' `Reconciling` and `Stalled`.
record Conditions(Judgement judgement, long generation, Instant now) {

  List<Condition> after(List<Condition> before) {
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

  private Condition condition(
      String type, boolean holds, String reason, String message, List<Condition> before) {
    var status = holds ? "True" : "False";
    return new ConditionBuilder()
        .withType(type)
        .withStatus(status)
        .withReason(reason)
        .withMessage(message)
        .withObservedGeneration(generation)
        .withLastTransitionTime(since(type, status, before))
        .build();
  }

  private String since(String type, String status, List<Condition> before) {
    return before.stream()
        .filter(it -> it.getType().equals(type) && it.getStatus().equals(status))
        .findFirst()
        .flatMap(it -> Optional.ofNullable(it.getLastTransitionTime()))
        .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
