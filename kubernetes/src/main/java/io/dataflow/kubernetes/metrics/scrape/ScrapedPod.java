package io.dataflow.kubernetes.metrics.scrape;

import io.dataflow.kubernetes.metrics.exposition.PodLabels;

/// A pod that can be asked for its metrics.
///
/// @param namespace where the pod and its owner are
/// @param owner the name of the resource that the pod belongs to
/// @param pod the pod's name
/// @param address the pod's IP address
public record ScrapedPod(String namespace, String owner, String pod, String address) {
  /// Whose its metrics are.
  PodLabels identity() {
    return PodLabels.of(namespace, owner, pod);
  }
}
