package io.dataflow.operator.processor;

import io.dataflow.operator.workload.FlowName;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/// Where a processor answers.
///
/// @param ip the pod's, of either family
public record ProcessorAddress(FlowName flow, String pod, String ip) {
  private static final int PORT = 9090;

  /// The address of a running pod; empty before it has one and after its end.
  public static Optional<ProcessorAddress> of(Pod pod) {
    var metadata = pod.getMetadata();
    var flow = metadata.getLabels().get(FlowName.NAME_LABEL);
    return Optional.ofNullable(pod.getStatus())
        .filter(status -> "Running".equals(status.getPhase()) && status.getPodIP() != null)
        .map(
            status ->
                new ProcessorAddress(
                    new FlowName(metadata.getNamespace(), flow),
                    metadata.getName(),
                    status.getPodIP()));
  }

  /// The URL of a path there.
  public String url(String path) {
    var host = ip.contains(":") ? "[" + ip + "]" : ip;
    return "http://" + host + ":" + PORT + path;
  }
}
