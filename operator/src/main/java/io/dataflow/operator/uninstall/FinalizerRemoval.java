package io.dataflow.operator.uninstall;

import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;

import io.dataflow.kubernetes.controller.DeletionWait;
import io.dataflow.operator.cron.CronReconciler;
import io.dataflow.operator.dataflow.DataFlowReconciler;
import io.dataflow.operator.resource.DataFlowCronResource;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.resource.ManifestResource;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.AnyNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes the operator's finalizer off all its DataFlows, so that they can go without it.
///
/// @param namespaces that it watches; empty for all
record FinalizerRemoval(KubernetesClient client, Set<String> namespaces) {
  /// Somebody may change a flow at the same moment, and it is tried again then.
  private static final int ROUNDS = 10;

  private static final List<Class<? extends ManifestResource>> KINDS =
      List.of(DataFlowResource.class, DataFlowCronResource.class);

  private static final Set<String> FINALIZERS =
      Set.of(DataFlowReconciler.FINALIZER, CronReconciler.FINALIZER);

  /// @return how many flows were held
  int all() {
    var first = held();
    var held = first;
    for (int round = 0; round < ROUNDS && !held.isEmpty(); round++) {
      held.forEach(this::removeFinalizer);
      held = held();
    }
    if (!held.isEmpty()) {
      throw new UninstallException(
          "%s: the finalizer `%s` comes back. Stop the program that sets it, or remove it by hand."
              .formatted(names(held), held.getFirst().getFinalizers().getFirst()));
    }
    return first.size();
  }

  /// All flows, those on a schedule among them; none where the definition is gone already, and they
  /// with it.
  List<ManifestResource> flows() {
    return KINDS.stream().<ManifestResource>flatMap(kind -> all(kind).stream()).toList();
  }

  private <R extends ManifestResource> List<R> all(Class<R> kind) {
    try {
      return places(kind).stream().flatMap(it -> it.list().getItems().stream()).toList();
    } catch (KubernetesClientException e) {
      if (e.getCode() == HTTP_NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  private <R extends ManifestResource>
      List<AnyNamespaceOperation<R, KubernetesResourceList<R>, Resource<R>>> places(Class<R> kind) {
    var all = client.resources(kind);
    return namespaces.isEmpty()
        ? List.of(all.inAnyNamespace())
        : namespaces.stream()
            .<AnyNamespaceOperation<R, KubernetesResourceList<R>, Resource<R>>>map(all::inNamespace)
            .toList();
  }

  /// Whether all of them go in time.
  boolean areGoneWithin(Duration timeout) throws InterruptedException {
    var end = System.nanoTime() + timeout.toNanos();
    for (var kind : KINDS) {
      if (!all(kind).isEmpty() && !areGoneBy(end, kind)) {
        return false;
      }
    }
    return true;
  }

  private <R extends ManifestResource> boolean areGoneBy(long end, Class<R> kind)
      throws InterruptedException {
    for (var place : places(kind)) {
      var left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      if (!DeletionWait.within(left, place)) {
        return false;
      }
    }
    return true;
  }

  private List<ManifestResource> held() {
    return flows().stream()
        .filter(flow -> flow.getFinalizers().stream().anyMatch(FINALIZERS::contains))
        .toList();
  }

  private void removeFinalizer(ManifestResource flow) {
    var metadata = flow.getMetadata();
    var others = flow.getFinalizers().stream().filter(it -> !FINALIZERS.contains(it)).toList();
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

  private static String names(List<ManifestResource> flows) {
    return flows.stream()
        .map(flow -> flow.getMetadata().getNamespace() + "/" + flow.getMetadata().getName())
        .collect(Collectors.joining(", "));
  }
}
