package io.dataflow.kubernetes.metrics;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// One reconcile that is being measured. It counts as an error unless [#ended]
/// is called before it is closed, so that an exception needs no word.
public final class ReconcileTimer implements AutoCloseable {
  private final ReconcileMetrics meter;
  private final long begin;
  private final AtomicReference<ReconcileResult> result =
      new AtomicReference<>(ReconcileResult.ERROR);

  ReconcileTimer(ReconcileMetrics meter, long begin) {
    this.meter = meter;
    this.begin = begin;
  }

  /// How it ended.
  public void ended(ReconcileResult how) {
    result.set(how);
  }

  @Override
  public void close() {
    meter.end(result.get(), Duration.ofNanos(System.nanoTime() - begin));
  }
}
