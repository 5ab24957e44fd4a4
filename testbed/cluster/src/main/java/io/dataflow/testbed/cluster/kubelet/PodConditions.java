package io.dataflow.testbed.cluster.kubelet;

import io.dataflow.testbed.cluster.node.ContainerHistory;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The conditions of a pod, each with the time of its last change.
final class PodConditions {
  private final Map<String, PodCondition> conditions = new LinkedHashMap<>();

  void set(String type, boolean holds, String reason, String message) {
    var status = holds ? "True" : "False";
    var old = conditions.get(type);
    var builder = new PodConditionBuilder().withType(type).withStatus(status);
    if (!holds) {
      builder.withReason(reason).withMessage(message);
    }
    builder.withLastTransitionTime(
        old != null && old.getStatus().equals(status)
            ? old.getLastTransitionTime()
            : ContainerHistory.now());
    conditions.put(type, builder.build());
  }

  /// The status of a pod that has nothing but these.
  PodStatus alone() {
    return new PodStatusBuilder().withPhase("Pending").withConditions(list()).build();
  }

  List<PodCondition> list() {
    return List.copyOf(conditions.values());
  }
}
