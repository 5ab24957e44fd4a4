package io.dataflow.operator.status;

import io.dataflow.operator.resource.DataFlowStatus;
import io.dataflow.operator.resource.ProcessorCount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What all processors of a flow have done together since it was made. Processes come and go and
/// count from zero; the totals only grow: each process adds what is new since it was last heard.
public record Totals(long processed, long errors, List<ProcessorCount> processors) {
  /// Processes of a pod that may be heard again although nothing is heard of them now: the one that
  /// runs, and the one before it. A pod that crashes for days has had thousands.
  private static final int REMEMBERED = 2;

  /// Adds what is new.
  ///
  /// @param reports what is heard now, by pod
  /// @param pods the pods that there are: a process whose pod is gone will not be heard again
  public static Totals of(
      DataFlowStatus before, Map<String, List<ProcessorReport>> reports, Collection<String> pods) {
    var heard = new LinkedHashMap<String, ProcessorCount>();
    before.processors().forEach(count -> heard.put(count.instance(), count));
    long processed = before.processed();
    long errors = before.errors();
    for (var pod : reports.entrySet()) {
      for (var report : pod.getValue()) {
        if (!pods.contains(pod.getKey()) && !heard.containsKey(report.instance())) {
          continue; // Its end is counted: a process is forgotten together with its pod.
        }
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
    return new Totals(processed, errors, newest(heard.values(), instances(reports)));
  }

  private static Set<String> instances(Map<String, List<ProcessorReport>> reports) {
    return reports.values().stream()
        .flatMap(List::stream)
        .map(ProcessorReport::instance)
        .collect(Collectors.toSet());
  }

  /// Those that are heard now, and the last few of each pod.
  ///
  /// @param heard from the first to the last
  private static List<ProcessorCount> newest(Collection<ProcessorCount> heard, Set<String> now) {
    var kept = new ArrayList<ProcessorCount>();
    var ofPod = new HashMap<String, Integer>();
    for (var count : List.copyOf(heard).reversed()) {
      int number = ofPod.merge(count.pod(), 1, Integer::sum);
      if (number <= REMEMBERED || now.contains(count.instance())) {
        kept.add(count);
      }
    }
    return List.copyOf(kept.reversed());
  }

  private static ProcessorCount unheard(ProcessorReport report, String pod) {
    return new ProcessorCount(report.instance(), pod, 0, 0);
  }
}
