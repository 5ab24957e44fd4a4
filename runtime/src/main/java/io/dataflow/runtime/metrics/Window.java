package io.dataflow.runtime.metrics;

import java.util.function.LongSupplier;

/// What has been counted in the last seconds: the seconds that are over, so that a rate does not
/// depend on how far the present one has come.
final class Window {
  private static final long SECOND = 1_000_000_000L;

  private final long[] counts;
  private final LongSupplier nanos;
  private final long begin;
  private long second;

  /// @param seconds how long it is
  /// @param nanos the clock, as [System#nanoTime]
  Window(int seconds, LongSupplier nanos) {
    this.counts = new long[seconds + 1];
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
  }

  synchronized void add(long count) {
    move();
    counts[place(second)] += count;
  }

  /// What was counted in the seconds that are over.
  synchronized long total() {
    move();
    long total = 0;
    for (int i = 1; i < counts.length; i++) {
      total += counts[place(second + i)];
    }
    return total;
  }

  /// The same for each second: of those since its begin while it is younger than the whole window.
  synchronized double perSecond() {
    long total = total();
    long over = Math.min(second, counts.length - 1);
    return over == 0 ? 0 : (double) total / over;
  }

  private void move() {
    long now = (nanos.getAsLong() - begin) / SECOND;
    for (long passed = Math.max(second + 1, now - counts.length + 1); passed <= now; passed++) {
      counts[place(passed)] = 0;
    }
    second = Math.max(second, now);
  }

  private int place(long ofSecond) {
    return (int) (ofSecond % counts.length);
  }
}
