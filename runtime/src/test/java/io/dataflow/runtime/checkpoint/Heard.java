package io.dataflow.runtime.checkpoint;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// What a store has told.
final class Heard implements CheckpointEvents {
  final AtomicInteger saved = new AtomicInteger();
  final List<String> unsaved = new CopyOnWriteArrayList<>();
  final List<String> failed = new CopyOnWriteArrayList<>();

  @Override
  public void saved() {
    saved.incrementAndGet();
  }

  @Override
  public void unsaved(UnavailableException why) {
    unsaved.add(why.getMessage());
  }

  @Override
  public void failed(FlowException why) {
    failed.add(why.getMessage());
  }
}
