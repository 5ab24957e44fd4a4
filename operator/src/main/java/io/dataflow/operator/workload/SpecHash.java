package io.dataflow.operator.workload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeMap;

/// A hash of what changes a processor's behaviour and is not in its pod template anyway: the
/// spec without what is Kubernetes' matter, and the values of Secrets. Processors start anew when
/// it changes, and only then.
public final class SpecHash {
  /// Changes of these reach the pods through their template, or need no new pods.
  private static final Set<String> OUTSIDE =
      Set.of(
          "resources",
          "nodeSelector",
          "affinity",
          "tolerations",
          "processorImage",
          "processorVersion",
          "imagePullSecrets",
          "checkpointReset",
          "strictIdempotency",
          "replicas",
          "terminationGracePeriodSeconds",
          "maintenance");

  private SpecHash() {}

  /// Of a workload.
  public static String of(Workload flow) {
    var inside = new TreeMap<String, JsonNode>();
    flow.written().properties().stream()
        .filter(field -> !OUTSIDE.contains(field.getKey()))
        .forEach(field -> inside.put(field.getKey(), field.getValue()));
    return flow.digest().add(SpecJson.text(inside)).add(flow.secrets()).text();
  }
}
