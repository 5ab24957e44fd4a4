package io.dataflow.operator.status;

import io.dataflow.api.spec.status.ConditionStatus;
import io.dataflow.api.spec.status.StatusCondition;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The conditions that were written last: one that still holds, or still does not, has its old
/// time.
///
/// @param generation that the new ones speak of
public record ConditionHistory(List<StatusCondition> before, long generation, Instant now) {

  /// A condition as it is now.
  public StatusCondition of(String type, boolean holds, String reason, String message) {
    var status = holds ? ConditionStatus.TRUE : ConditionStatus.FALSE;
    return new StatusCondition(
        type, status, reason, Optional.of(message), since(type, status), Optional.of(generation));
  }

  private OffsetDateTime since(String type, ConditionStatus status) {
    return before.stream()
        .filter(it -> it.type().equals(type) && it.status() == status)
        .findFirst()
        .map(StatusCondition::lastTransitionTime)
        .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }
}
