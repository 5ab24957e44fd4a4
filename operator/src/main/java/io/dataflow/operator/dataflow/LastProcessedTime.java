package io.dataflow.operator.dataflow;

import io.dataflow.api.spec.status.DataFlowStatus;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// When a flow last processed a message: the latest time that anybody has said.
final class LastProcessedTime {
  private LastProcessedTime() {}

  static Optional<OffsetDateTime> of(DataFlowStatus before, ObservedState observed) {
    var said =
        observed.allReports().values().stream()
            .flatMap(reports -> reports.stream())
            .flatMap(report -> report.lastProcessedTime().stream());
    return Stream.concat(before.lastProcessedTime().stream().map(OffsetDateTime::toInstant), said)
        .max(Comparator.naturalOrder())
        .map(last -> last.atOffset(ZoneOffset.UTC));
  }
}
