package io.dataflow.runtime.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Tries to reach the ends of a flow until they are there, the patience is at its end, or the flow
/// is told to stop.
final class Connecting {
  private static final long FIRST_DELAY_MS = 200;
  private static final long LONGEST_DELAY_MS = 30_000;

  private final FlowState state;
  private final Optional<Duration> patience;
  private final long startedAt = System.nanoTime();
  private volatile boolean allowed = true;

  Connecting(FlowState state, Optional<Duration> patience) {
    this.state = state;
    this.patience = patience;
  }

  /// Something that may not be possible yet.
  interface Attempt {
    void run() throws UnavailableException;
  }

  void until(String end, Attempt attempt) throws InterruptedException {
    long delay = FIRST_DELAY_MS;
    while (allowed) {
      try {
        attempt.run();
        state.available(end);
        return;
      } catch (UnavailableException e) {
        state.unavailable(end, e);
        giveUpWhenLate();
        long jitter = ThreadLocalRandom.current().nextLong(delay / 4 + 1);
        allowed = !state.awaitEnd(Duration.ofMillis(delay + jitter));
        delay = Math.min(2 * delay, LONGEST_DELAY_MS);
      }
    }
  }

  boolean isAllowed() {
    return allowed;
  }

  void giveUpWhenLate() {
    long waited = System.nanoTime() - startedAt;
    if (patience.isPresent() && waited > patience.get().toNanos()) {
      var why = state.troubles().values().stream().findFirst();
      state.fail(
          new FlowException(
              why.orElse("the source could not be read in " + patience.get().toSeconds() + " s")));
    }
  }
}
