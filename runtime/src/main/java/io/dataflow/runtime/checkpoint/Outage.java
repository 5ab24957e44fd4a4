package io.dataflow.runtime.checkpoint;

import io.dataflow.runtime.flow.FlowException;
import io.dataflow.runtime.flow.UnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// A time in which positions cannot be written: how long to wait before the next attempt, and when
/// it has lasted too long.
final class Outage {
  /// An API server that is overloaded asks for a second.
  private static final long FIRST_MS = 1000;

  private static final long LONGEST_MS = 30_000;

  private final Duration longest;
  private int failures;
  private long since;

  Outage(Duration longest) {
    this.longest = longest;
  }

  /// From one second to half a minute, each twice the last, and up to a quarter more by chance, so
  /// that many processors do not come back at one moment.
  synchronized Duration pause() {
    long pause = Math.min(FIRST_MS << Math.min(failures++, 10), LONGEST_MS);
    return Duration.ofMillis(pause + ThreadLocalRandom.current().nextLong(pause / 4));
  }

  /// The failure that this one is when there were only failures for too long.
  synchronized Optional<FlowException> lasting(UnavailableException why) {
    if (failures == 0) {
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
    var was = failures > 0;
    failures = 0;
    return was;
  }
}
