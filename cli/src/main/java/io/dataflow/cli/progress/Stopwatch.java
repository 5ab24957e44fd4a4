package io.dataflow.cli.progress;

import io.dataflow.cli.terminal.Amount;
import java.time.Duration;

/// The time since something began, and how fast it goes.
public final class Stopwatch {
  private static final Duration WINDOW = Duration.ofSeconds(2);

  private final long start = System.nanoTime();
  private long windowStart = start;
  private long windowCount;
  private String rate = "0/s";

  /// The time so far.
  public Duration elapsed() {
    return since(start);
  }

  /// How fast so many have been on the whole: `201,000/s`.
  public String average(long count) {
    return Amount.rate(count, elapsed());
  }

  /// How fast they have been lately, when it is asked often.
  ///
  /// @param count how many there are by now
  public synchronized String rate(long count) {
    var time = since(windowStart);
    var first = windowStart == start;
    if (first || time.compareTo(WINDOW) >= 0) {
      rate = Amount.rate(count - windowCount, time);
    }
    if (time.compareTo(WINDOW) >= 0) {
      windowStart = System.nanoTime();
      windowCount = count;
    }
    return rate;
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
