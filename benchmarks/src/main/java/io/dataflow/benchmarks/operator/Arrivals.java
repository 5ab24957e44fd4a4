package io.dataflow.benchmarks.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.function.Consumer;

/// Tells of each object that comes, and of each of its changes.
record Arrivals<R extends HasMetadata>(Consumer<R> told) implements ResourceEventHandler<R> {
  @Override
  public void onAdd(R object) {
    told.accept(object);
  }

  @Override
  public void onUpdate(R before, R now) {
    told.accept(now);
  }

  @Override
  public void onDelete(R object, boolean unknown) {
    // None goes.
  }
}
