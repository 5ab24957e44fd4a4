package io.dataflow.kubernetes.metrics.exposition;

import java.util.Set;

/// Of which namespace, resource and pod a series is, as its labels say it.
///
/// It comes from the cluster and not from the pod, so that two replicas never say the same series,
/// and no pod speaks for another.
///
/// @param labels as they stand in the text, at least one
public record PodLabels(String labels) {
  /// The labels that a pod's own word is not taken for.
  static final Set<String> NAMES = Set.of("namespace", "name", "pod");

  /// Of a pod that belongs to a resource.
  public static PodLabels of(String namespace, String owner, String pod) {
    return new PodLabels(
        label("namespace", namespace) + "," + label("name", owner) + "," + label("pod", pod));
  }

  private static String label(String name, String value) {
    var escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
    return name + "=\"" + escaped + "\"";
  }
}
