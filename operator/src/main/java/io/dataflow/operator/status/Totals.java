package io.dataflow.operator.status;

import io.dataflow.operator.resource.DataFlowStatus;
import io.dataflow.operator.resource.ProcessorCount;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What all processors of a flow have done together since it was made. Processes come and go and
/// count from zero; the totals only grow: each process adds what is new since it was last heard.
public record Totals(long processed, long errors, List<ProcessorCount> processors) {

  /// Adds what is new.
  ///
  /// @param reports what is heard now, by pod
  /// @param pods the pods that there are: a process whose pod is gone will not be heard again
  public static Totals of(
      DataFlowStatus before, Map<String, List<ProcessorReport>> reports, Collection<String> pods) {
    var known =
        before.processors().stream()
            .collect(Collectors.toMap(ProcessorCount::instance, Function.identity()));
    var heard = new TreeMap<>(known);
    long processed = before.processed();
    long errors = before.errors();
    for (var pod : reports.entrySet()) {
      for (var report : pod.getValue()) {
        var last = heard.getOrDefault(report.instance(), unheard(report, pod.getKey()));
        var now =
            new ProcessorCount(
                report.instance(),
                pod.getKey(),
                Math.max(last.processed(), report.processed()),
                Math.max(last.errors(), report.errors()));
        processed += now.processed() - last.processed();
        errors += now.errors() - last.errors();
        heard.put(report.instance(), now);
      }
    }
    heard.values().removeIf(count -> !pods.contains(count.pod()));
    return new Totals(processed, errors, List.copyOf(heard.values()));
  }

  private static ProcessorCount unheard(ProcessorReport report, String pod) {
    return new ProcessorCount(report.instance(), pod, 0, 0);
  }
}
