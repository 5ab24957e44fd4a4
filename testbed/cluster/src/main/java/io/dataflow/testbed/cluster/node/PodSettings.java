package io.dataflow.testbed.cluster.node;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the pods of a kubelet's nodes shall behave.
///
/// @param commands what runs here for the first word of a container's command
/// @param missingImages images that cannot be pulled
/// @param firstBackOff the wait after the second crash of a container
/// @param mostBackOff the wait after the late crashes of a container
/// @param probePeriod the longest time between two probes
/// @param namespaces those whose pods are taken, none for all
/// @param light whether nothing runs and the pods are only said to
public record PodSettings(
    Map<String, List<String>> commands,
    Set<String> missingImages,
    Duration firstBackOff,
    Duration mostBackOff,
    Duration probePeriod,
    Set<String> namespaces,
    boolean light) {

  /// Whether the pods of a namespace are taken.
  public boolean cares(String namespace) {
    return namespaces.isEmpty() || namespaces.contains(namespace);
  }
}
