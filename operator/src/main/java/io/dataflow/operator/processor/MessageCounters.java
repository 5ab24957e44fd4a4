package io.dataflow.operator.processor;

import io.dataflow.api.spec.status.DataFlowStatus;
import io.dataflow.api.spec.status.ProcessorStatus;
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
public record MessageCounters(long processed, long errors, List<ProcessorStatus> processors) {
  /// Processes of a pod that may be heard again although nothing is heard of them now: the one that
  /// runs, and the one before it. A pod that crashes for days has had thousands.
  private static final int REMEMBERED = 2;

  /// Adds what is new.
  ///
  /// @param reports what is heard now, by pod
  /// @param pods the pods that there are: a process whose pod is gone will not be heard again
  public static MessageCounters of(
      DataFlowStatus before, Map<String, List<ProcessorReport>> reports, Collection<String> pods) {
    var heard = new LinkedHashMap<String, ProcessorStatus>();
    before.processors().forEach(count -> heard.put(count.instance(), count));
    long processed = before.processedCount().orElse(0L);
    long errors = before.errorCount().orElse(0L);
    for (var pod : reports.entrySet()) {
      for (var report : pod.getValue()) {
        if (!pods.contains(pod.getKey()) && !heard.containsKey(report.instance())) {
          continue; // Its end is counted: a process is forgotten together with its pod.
        }
        var last = heard.getOrDefault(report.instance(), unheard(report, pod.getKey()));
        var now =
            new ProcessorStatus(
                report.instance(),
                pod.getKey(),
                Math.max(last.processedCount(), report.processed()),
                Math.max(last.errorCount(), report.errors()));
        processed = sum(processed, now.processedCount() - last.processedCount());
        errors = sum(errors, now.errorCount() - last.errorCount());
        heard.put(report.instance(), now);
      }
    }
    heard.values().removeIf(count -> !pods.contains(count.pod()));
    return new MessageCounters(processed, errors, newest(heard.values(), instances(reports)));
  }

  // A pod may say any number, and what is too large must not become less than nothing.
  private static long sum(long total, long more) {
    return total > Long.MAX_VALUE - more ? Long.MAX_VALUE : total + more;
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
  private static List<ProcessorStatus> newest(Collection<ProcessorStatus> heard, Set<String> now) {
    var kept = new ArrayList<ProcessorStatus>();
    var ofPod = new HashMap<String, Integer>();
    for (var count : List.copyOf(heard).reversed()) {
      int number = ofPod.merge(count.pod(), 1, Integer::sum);
      if (number <= REMEMBERED || now.contains(count.instance())) {
        kept.add(count);
      }
    }
    return List.copyOf(kept.reversed());
  }

  private static ProcessorStatus unheard(ProcessorReport report, String pod) {
    return new ProcessorStatus(report.instance(), pod, 0, 0);
  }
}
