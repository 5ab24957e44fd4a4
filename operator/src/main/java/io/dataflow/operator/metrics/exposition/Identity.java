package io.dataflow.operator.metrics.exposition;

import java.util.Set;

/// Of which namespace, flow and pod a series is, as its labels say it.
///
/// It comes from the cluster and not from the pod, so that two replicas never say the same series,
/// and no pod speaks for another.
///
/// @param labels as they stand in the text, at least one
public record Identity(String labels) {
  /// The labels that a pod's own word is not taken for.
  static final Set<String> NAMES = Set.of("namespace", "name", "pod");

  /// Of a pod of a flow.
  public static Identity of(String namespace, String flow, String pod) {
    return new Identity(
        label("namespace", namespace) + "," + label("name", flow) + "," + label("pod", pod));
  }

  private static String label(String name, String value) {
    var escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
    return name + "=\"" + escaped + "\"";
  }
}
