package io.dataflow.kubernetes.controller;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// Which key is due: each at most once in an interval, and one at a time. A thousand busy resources
/// would else write a thousand statuses every few seconds.
///
/// @param <K> what identifies a resource
public final class KeyedRateLimiter<K> {
  private final long interval;
  private final DoubleSupplier random;

  /// When a key that was added is due.
  private final Map<K, Long> waiting = new HashMap<>();

  /// When a key that was due may be due again.
  private final Map<K, Long> again = new HashMap<>();

  /// @param interval between two times that a key is due, more or less a fifth of it, so that keys
  ///     that were added together do not stay together
  /// @param random from 0 to 1
  public KeyedRateLimiter(Duration interval, DoubleSupplier random) {
    this.interval = interval.toNanos();
    this.random = random;
  }

  /// Adds a key, which is due as soon as its interval is over.
  ///
  /// @param now in nanoseconds of a clock that never goes back
  public synchronized void add(K key, long now) {
    waiting.putIfAbsent(key, again.getOrDefault(key, now));
  }

  /// The key that is due for the longest time.
  public synchronized Optional<K> next(long now) {
    var first =
        waiting.entrySet().stream()
            .filter(entry -> entry.getValue() - now <= 0)
            .min(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey);
    first.ifPresent(
        key -> {
          waiting.remove(key);
          again.values().removeIf(moment -> moment - now <= 0);
          again.put(key, now + (long) (interval * (0.8 + 0.4 * random.getAsDouble())));
        });
    return first;
  }
}
