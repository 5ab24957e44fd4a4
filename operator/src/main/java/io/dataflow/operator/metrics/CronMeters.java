package io.dataflow.operator.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// How runs on a schedule fare (`docs/cron.md`). The series of a flow go when it goes.
public final class CronMeters {
  private final MeterRegistry registry;
  private final Map<Tags, AtomicLong> successes = new ConcurrentHashMap<>();
  private final Map<Tags, List<Meter>> meters = new ConcurrentHashMap<>();

  CronMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  private static Tags tags(String namespace, String name) {
    return Tags.of("namespace", namespace, "name", name);
  }

  private <M extends Meter> M kept(Tags flow, M meter) {
    var all = meters.computeIfAbsent(flow, _ -> new CopyOnWriteArrayList<>());
    if (!all.contains(meter)) {
      all.add(meter);
    }
    return meter;
  }

  /// A run is over.
  ///
  /// @param result `Completed` or `Failed`
  /// @param duration of the processor and its triggers
  public void run(String namespace, String name, String result, Duration duration) {
    var flow = tags(namespace, name);
    kept(
            flow,
            Timer.builder("dataflow_cron_run_duration")
                .description("Time of a run, its triggers included.")
                .tags(flow.and("result", result))
                .register(registry))
        .record(duration);
  }

  /// Triggers have ended.
  ///
  /// @param result `Completed` or `Failed`
  public void triggers(String namespace, String name, String result, int count) {
    if (count > 0) {
      var flow = tags(namespace, name);
      kept(
              flow,
              Counter.builder("dataflow_cron_triggers")
                  .description("Triggers that have ended, by result.")
                  .tags(flow.and("result", result))
                  .register(registry))
          .increment(count);
    }
  }

  /// A run has last succeeded then.
  public void succeeded(String namespace, String name, Instant time) {
    var flow = tags(namespace, name);
    successes.computeIfAbsent(flow, this::gauge).set(time.getEpochSecond());
  }

  private AtomicLong gauge(Tags flow) {
    var value = new AtomicLong();
    kept(
        flow,
        Gauge.builder("dataflow_cron_last_success_timestamp_seconds", value, AtomicLong::get)
            .description("When a run has last succeeded, in seconds since 1970.")
            .tags(flow)
            .register(registry));
    return value;
  }

  /// The flow is gone.
  public void forget(String namespace, String name) {
    var flow = tags(namespace, name);
    successes.remove(flow);
    var gone = meters.remove(flow);
    if (gone != null) {
      gone.forEach(registry::remove);
    }
  }
}
