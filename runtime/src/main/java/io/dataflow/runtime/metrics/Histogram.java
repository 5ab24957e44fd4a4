package io.dataflow.runtime.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;

/// A histogram that takes a whole batch at once: Micrometer's own would be called, and would look
/// for its bucket among atomic counters, once for every record.
public final class Histogram {
  private final Labels labels;
  private final double[] bounds;
  private final LongAdder[] counts;
  private final DoubleAdder sum = new DoubleAdder();

  Histogram(Labels labels, double[] bounds) {
    this.labels = labels;
    this.bounds = bounds;
    this.counts = new LongAdder[bounds.length + 1];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  /// `first`, `first` × 2, … : `count` bounds.
  static double[] doubling(double first, int count) {
    var bounds = new double[count];
    for (int i = 0; i < count; i++) {
      bounds[i] = first * (1L << i);
    }
    return bounds;
  }

  /// Takes `times` observations of the same value.
  public void observe(double value, long times) {
    counts[bucket(value)].add(times);
    sum.add(value * times);
  }

  /// Takes `times` observations of the same time.
  public void observeNanos(long nanos, long times) {
    observe(nanos / 1e9, times);
  }

  /// Takes one observation of each.
  public <T> void observeEach(List<T> all, ToLongFunction<T> value) {
    var found = new int[counts.length];
    long total = 0;
    for (var one : all) {
      long measured = value.applyAsLong(one);
      found[bucket(measured)]++;
      total += measured;
    }
    for (int i = 0; i < found.length; i++) {
      if (found[i] > 0) {
        counts[i].add(found[i]);
      }
    }
    sum.add(total);
  }

  private int bucket(double value) {
    int bucket = 0;
    while (bucket < bounds.length && value > bounds[bucket]) {
      bucket++;
    }
    return bucket;
  }

  HistogramDataPointSnapshot snapshot() {
    var upper = new ArrayList<Double>();
    var count = new ArrayList<Long>();
    for (int i = 0; i < counts.length; i++) {
      upper.add(i < bounds.length ? bounds[i] : Double.POSITIVE_INFINITY);
      count.add(counts[i].sum());
    }
    return new HistogramDataPointSnapshot(
        ClassicHistogramBuckets.of(upper, List.copyOf(count)), sum.sum(), labels, null, 0L);
  }
}
