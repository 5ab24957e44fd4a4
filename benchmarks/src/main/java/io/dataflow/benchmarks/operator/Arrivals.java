package io.dataflow.benchmarks.operator;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.function.Consumer;

/// Tells of each Deployment that comes.
record Arrivals(Consumer<Deployment> told) implements ResourceEventHandler<Deployment> {
  @Override
  public void onAdd(Deployment deployment) {
    told.accept(deployment);
  }

  @Override
  public void onUpdate(Deployment before, Deployment now) {
    // It came before.
  }

  @Override
  public void onDelete(Deployment deployment, boolean unknown) {
    // None goes.
  }
}
