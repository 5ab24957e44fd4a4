package io.dataflow.operator.processor;

import io.dataflow.operator.workload.FlowName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The newest answer of each processor.
public final class ProcessorReports {
  private final Map<FlowName, Map<String, ProcessorReport>> flows = new ConcurrentHashMap<>();

  /// The answers of a flow's pods, by the pod's name.
  public Map<String, ProcessorReport> of(FlowName flow) {
    return flows.getOrDefault(flow, Map.of());
  }

  /// Records an answer, and says what is new in it.
  ReportChange record(FlowName flow, String pod, ProcessorReport report) {
    var before = Optional.ofNullable(of(flow).get(pod));
    if (before.filter(report::equals).isPresent()) {
      return ReportChange.NOTHING;
    }
    flows.compute(flow, (_, known) -> with(known == null ? Map.of() : known, pod, report));
    return before.filter(report::isInTheStateOf).isPresent()
        ? ReportChange.COUNTS
        : ReportChange.STATE;
  }

  private static Map<String, ProcessorReport> with(
      Map<String, ProcessorReport> known, String pod, ProcessorReport report) {
    var reports = new HashMap<>(known);
    reports.put(pod, report);
    return Map.copyOf(reports);
  }

  /// Only these pods are there; the answers of others are dropped.
  public void retain(FlowName flow, Collection<String> pods) {
    flows.computeIfPresent(
        flow,
        (_, known) -> {
          var reports = new HashMap<>(known);
          reports.keySet().retainAll(pods);
          return reports.isEmpty() ? null : Map.copyOf(reports);
        });
  }
}
