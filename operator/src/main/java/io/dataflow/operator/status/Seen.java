package io.dataflow.operator.status;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is seen of a flow's processors.
///
/// @param reports the newest answer of each pod's `/status`, by the pod's name
/// @param ends the last words of pods that are gone, by the pod's name
public record Seen(
    Optional<Deployment> deployment,
    Collection<Pod> pods,
    Map<String, ProcessorReport> reports,
    Map<String, List<ProcessorReport>> ends) {

  /// Nothing at all.
  public static Seen nothing() {
    return new Seen(Optional.empty(), List.of(), Map.of(), Map.of());
  }

  /// All that processes have said of themselves, by pod; the end of a process after its life.
  Map<String, List<ProcessorReport>> said() {
    var said = new HashMap<>(ends);
    for (var pod : pods) {
      var name = pod.getMetadata().getName();
      var reports = new ArrayList<ProcessorReport>();
      Optional.ofNullable(reports().get(name)).ifPresent(reports::add);
      reports.addAll(LastWords.of(pod));
      said.put(name, reports);
    }
    return said;
  }

  List<String> podNames() {
    return pods.stream().map(pod -> pod.getMetadata().getName()).toList();
  }
}
