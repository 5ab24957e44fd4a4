package io.dataflow.runtime.checkpoint;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Retry;
import io.dataflow.runtime.connector.UnavailableException;
import java.time.Duration;
import java.util.Optional;

/// A time in which positions cannot be written: how long to wait before the next attempt, and when
/// it has lasted too long.
final class Outage {
  /// An API server that is overloaded asks for a second.
  private static final Duration FIRST = Duration.ofSeconds(1);

  private final Retry retry = new Retry(FIRST);
  private final Duration longest;
  private boolean lasts;
  private long since;

  Outage(Duration longest) {
    this.longest = longest;
  }

  /// How long to wait before the next attempt.
  synchronized Duration pause() {
    lasts = true;
    return retry.next();
  }

  /// The failure that this one is when there were only failures for too long.
  synchronized Optional<FlowException> lasting(UnavailableException why) {
    if (!lasts) {
      since = System.nanoTime();
    }
    return System.nanoTime() - since < longest.toNanos()
        ? Optional.empty()
        : Optional.of(
            new FlowException(
                "the position could not be saved for %d s, so the flow stops: %s."
                    .formatted(longest.toSeconds(), why.getMessage()),
                why));
  }

  /// An attempt has succeeded; whether there was an outage before it.
  synchronized boolean over() {
    lasts = false;
    return retry.reset();
  }
}
