package io.dataflow.operator.processor;

import io.dataflow.operator.workload.FlowName;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The termination messages of processes whose pods are gone: a pod may be gone before anybody has
/// looked at its end, and the messages of its last seconds would be missing in the flow's count.
///
/// It remembers the newest few; what has been counted is in the flow's status, not here.
public final class TerminatedProcessors {
  private static final int FLOWS = 10_000;
  private static final int PODS = 16;

  private final Map<FlowName, Map<String, List<ProcessorReport>>> flows = newest(FLOWS);

  private static <K, V> Map<K, V> newest(int most) {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  /// Records a pod that is gone.
  ///
  /// @param pod as it was last
  public synchronized void record(Pod pod) {
    var messages = TerminationMessages.of(pod);
    if (!messages.isEmpty()) {
      var metadata = pod.getMetadata();
      var flow =
          new FlowName(metadata.getNamespace(), metadata.getLabels().get(FlowName.NAME_LABEL));
      flows.computeIfAbsent(flow, _ -> newest(PODS)).put(metadata.getName(), messages);
    }
  }

  /// The termination messages of a flow's pods that are gone, by the pod's name.
  public synchronized Map<String, List<ProcessorReport>> of(FlowName flow) {
    return Map.copyOf(flows.getOrDefault(flow, Map.of()));
  }

  /// The flow is gone.
  public synchronized void forget(FlowName flow) {
    flows.remove(flow);
  }
}
