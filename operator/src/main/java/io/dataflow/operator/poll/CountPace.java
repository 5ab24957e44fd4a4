package io.dataflow.operator.poll;

import io.dataflow.operator.desired.FlowName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// When flows of which nothing but the counts has changed get their turn: each at most once in an
/// interval, and never many at a time. A thousand flows at work would else write a thousand
/// statuses every few seconds.
final class CountPace {
  private final long interval;
  private final DoubleSupplier random;

  /// When a flow that has something to say may say it.
  private final Map<FlowName, Long> waiting = new HashMap<>();

  /// When a flow that has said something may speak again.
  private final Map<FlowName, Long> again = new HashMap<>();

  /// @param interval between two turns of a flow, more or less a fifth of it, so that flows that
  ///     were started together do not stay together
  /// @param random from 0 to 1
  CountPace(Duration interval, DoubleSupplier random) {
    this.interval = interval.toNanos();
    this.random = random;
  }

  /// Notes that a flow's counts have changed.
  ///
  /// @param now in nanoseconds of a clock that never goes back
  synchronized void add(FlowName flow, long now) {
    waiting.putIfAbsent(flow, again.getOrDefault(flow, now));
  }

  /// The flow whose turn it is: that which may speak for the longest time.
  synchronized Optional<FlowName> next(long now) {
    var first =
        waiting.entrySet().stream()
            .filter(entry -> entry.getValue() - now <= 0)
            .min(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey);
    first.ifPresent(
        flow -> {
          waiting.remove(flow);
          again.values().removeIf(moment -> moment - now <= 0);
          again.put(flow, now + (long) (interval * (0.8 + 0.4 * random.getAsDouble())));
        });
    return first;
  }
}
