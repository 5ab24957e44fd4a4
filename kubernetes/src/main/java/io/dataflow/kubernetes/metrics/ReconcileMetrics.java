package io.dataflow.kubernetes.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Metrics of reconciles (`docs/operations.md`): how many are in progress, how long each
/// takes, and where it fails.
public final class ReconcileMetrics {
  private static final Duration[] BOUNDS =
      Stream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final String prefix;
  private final AtomicInteger inflight = new AtomicInteger();
  private final Map<ReconcileResult, Timer> durations = new EnumMap<>(ReconcileResult.class);

  /// @param prefix of the names of the metrics
  public ReconcileMetrics(MeterRegistry registry, String prefix) {
    this.registry = registry;
    this.prefix = prefix;
    Gauge.builder(prefix + "_reconcile_inflight", inflight, AtomicInteger::get)
        .description("Reconciles in progress.")
        .register(registry);
    for (var result : ReconcileResult.values()) {
      durations.put(result, timer(result));
    }
  }

  private Timer timer(ReconcileResult result) {
    return Timer.builder(prefix + "_reconcile_duration")
        .description("Time of a reconcile.")
        .tag("result", result.toString())
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  /// Starts to measure a reconcile, which must be closed at its end.
  public ReconcileTimer start() {
    inflight.incrementAndGet();
    return new ReconcileTimer(this, System.nanoTime());
  }

  void end(ReconcileResult result, Duration duration) {
    inflight.decrementAndGet();
    durations.get(result).record(duration);
  }

  /// Counts a failure.
  ///
  /// @param stage one word of a fixed set for what was being done, for example `secrets`
  public void error(String stage) {
    Counter.builder(prefix + "_reconcile_errors")
        .description("Reconciles that failed, by what was being done.")
        .tag("stage", stage)
        .register(registry)
        .increment();
  }
}
