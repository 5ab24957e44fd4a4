package io.dataflow.operator.uninstall;

import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;

import io.dataflow.operator.reconcile.DataFlowReconciler;
import io.dataflow.operator.resource.DataFlowResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Takes the operator's finalizer off all DataFlows, so that they can go without it.
record FlowRelease(KubernetesClient client) {
  /// Somebody may change a flow at the same moment, and it is tried again then.
  private static final int ROUNDS = 10;

  /// @return how many flows were held
  int all() {
    var first = held();
    var held = first;
    for (int round = 0; round < ROUNDS && !held.isEmpty(); round++) {
      held.forEach(this::letGo);
      held = held();
    }
    if (!held.isEmpty()) {
      throw new UninstallException(
          "%s: the finalizer `%s` comes back. Stop the program that sets it, or remove it by hand."
              .formatted(names(held), DataFlowReconciler.FINALIZER));
    }
    return first.size();
  }

  /// All flows; none where the definition is gone already, and they with it.
  List<DataFlowResource> flows() {
    try {
      return client.resources(DataFlowResource.class).inAnyNamespace().list().getItems();
    } catch (KubernetesClientException e) {
      if (e.getCode() == HTTP_NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  private List<DataFlowResource> held() {
    return flows().stream()
        .filter(flow -> flow.hasFinalizer(DataFlowReconciler.FINALIZER))
        .toList();
  }

  private void letGo(DataFlowResource flow) {
    var metadata = flow.getMetadata();
    var others =
        flow.getFinalizers().stream()
            .filter(it -> !it.equals(DataFlowReconciler.FINALIZER))
            .toList();
    var patch =
        Map.of(
            "metadata",
            Map.of("resourceVersion", metadata.getResourceVersion(), "finalizers", others));
    try {
      client
          .resource(flow)
          .patch(PatchContext.of(PatchType.JSON_MERGE), Serialization.asJson(patch));
    } catch (KubernetesClientException e) {
      if (e.getCode() != HTTP_CONFLICT && e.getCode() != HTTP_NOT_FOUND) {
        throw e;
      }
    }
  }

  private static String names(List<DataFlowResource> flows) {
    return flows.stream()
        .map(flow -> flow.getMetadata().getNamespace() + "/" + flow.getMetadata().getName())
        .collect(Collectors.joining(", "));
  }
}
