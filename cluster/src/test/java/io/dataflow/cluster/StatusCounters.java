package io.dataflow.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Watches a counter in a flow's status.
final class StatusCounters
    implements ResourceEventHandler<GenericKubernetesResource>, AutoCloseable {
  private final List<Long> seen = new ArrayList<>();
  private final String field;
  private final SharedIndexInformer<GenericKubernetesResource> informer;

  StatusCounters(Flow flow, String field) {
    this.field = field;
    informer =
        flow.plane()
            .client()
            .genericKubernetesResources("dataflow.dataflow.io/v1", "DataFlow")
            .inNamespace(flow.namespace())
            .withName(flow.name())
            .inform(this);
  }

  /// What it was, from the first to the last.
  synchronized List<Long> seen() {
    return List.copyOf(seen);
  }

  @Override
  public synchronized void onAdd(GenericKubernetesResource flow) {
    Optional.ofNullable(flow.<Number>get("status", field))
        .map(Number::longValue)
        .ifPresent(seen::add);
  }

  @Override
  public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource flow) {
    onAdd(flow);
  }

  @Override
  public void onDelete(GenericKubernetesResource flow, boolean stateUnknown) {
    onAdd(flow);
  }

  @Override
  public void close() {
    informer.close();
  }
}
