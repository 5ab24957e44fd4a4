package io.dataflow.runtime.connector;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// The pauses between attempts at something that the world makes impossible for now: the one
/// back-off of the whole processor. Each pause is twice the last up to the longest, and half of it
/// is left to chance, so that many flows do not come back to a restarted server at one moment. Used
/// by one thread.
public final class Retry {
  /// Before the second attempt.
  public static final Duration FIRST = Duration.ofMillis(200);

  /// Between attempts, at most.
  public static final Duration LONGEST = Duration.ofSeconds(30);

  private final Duration first;
  private int failures;

  /// Pauses from [#FIRST] to [#LONGEST].
  public Retry() {
    this(FIRST);
  }

  /// Pauses from another first one to [#LONGEST].
  public Retry(Duration first) {
    this.first = first;
  }

  /// One more attempt has failed: how long to wait before the next.
  public Duration next() {
    long pause = Math.min(first.toMillis() << Math.min(failures++, 20), LONGEST.toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1));
  }

  /// An attempt has succeeded; whether others had failed before it.
  public boolean reset() {
    boolean failed = failures > 0;
    failures = 0;
    return failed;
  }
}
