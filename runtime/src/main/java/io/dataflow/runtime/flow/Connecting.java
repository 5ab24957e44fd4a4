package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Retry;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.flow.state.FlowState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Tries to reach the ends of a flow until they are there, the patience is at its end, or the flow
/// is told to stop.
final class Connecting {
  private final FlowState state;
  private final Optional<Duration> patience;
  private final BiConsumer<String, UnavailableException> unconnected;
  private final long startedAt = System.nanoTime();
  private volatile boolean allowed = true;

  /// @param unconnected told which end could not be reached, and why, at each attempt
  Connecting(
      FlowState state,
      Optional<Duration> patience,
      BiConsumer<String, UnavailableException> unconnected) {
    this.state = state;
    this.unconnected = unconnected;
    this.patience = patience;
  }

  /// Something that may not be possible yet.
  interface Attempt {
    void run() throws UnavailableException;
  }

  void until(String end, Attempt attempt) throws InterruptedException {
    var retry = new Retry();
    while (allowed) {
      try {
        attempt.run();
        state.available(end);
        return;
      } catch (UnavailableException e) {
        unconnected.accept(end, e);
        state.unavailable(end, e);
        giveUpWhenLate();
        var pause = retry.next();
        allowed = !state.awaitEnd(left().filter(left -> left.compareTo(pause) < 0).orElse(pause));
      }
    }
  }

  boolean isAllowed() {
    return allowed;
  }

  void giveUpWhenLate() {
    if (left().filter(Duration::isPositive).isEmpty() && patience.isPresent()) {
      var why = state.troubles().values().stream().findFirst();
      state.fail(
          new FlowException(
              "gave up after %d s: %s"
                  .formatted(
                      patience.get().toSeconds(), why.orElse("the source could not be read"))));
    }
  }

  /// What is left of the patience: the last attempt comes at its very end.
  private Optional<Duration> left() {
    return patience.map(all -> all.minusNanos(System.nanoTime() - startedAt));
  }
}
