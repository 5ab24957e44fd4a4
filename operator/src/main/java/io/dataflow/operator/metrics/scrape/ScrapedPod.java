package io.dataflow.operator.metrics.scrape;

import io.dataflow.operator.metrics.exposition.Identity;

/// A processor's pod that can be asked for its metrics.
///
/// @param namespace where the flow and the pod are
/// @param flow the flow's name
/// @param pod the pod's name
/// @param address the pod's IP address
public record ScrapedPod(String namespace, String flow, String pod, String address) {
  /// Whose its metrics are.
  Identity identity() {
    return Identity.of(namespace, flow, pod);
  }
}
