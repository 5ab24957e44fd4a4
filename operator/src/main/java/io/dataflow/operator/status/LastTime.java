package io.dataflow.operator.status;

import io.dataflow.operator.resource.DataFlowStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// When a flow last processed a message: the latest time that anybody has said.
final class LastTime {
  private LastTime() {}

  static Optional<String> of(DataFlowStatus before, Seen seen) {
    var said =
        seen.said().values().stream()
            .flatMap(reports -> reports.stream())
            .flatMap(report -> report.lastProcessedTime().stream());
    return Stream.concat(Stream.ofNullable(before.lastProcessedTime()).map(Instant::parse), said)
        .max(Comparator.naturalOrder())
        .map(Instant::toString);
  }
}
