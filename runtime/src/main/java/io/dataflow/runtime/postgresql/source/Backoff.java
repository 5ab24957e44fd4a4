package io.dataflow.runtime.postgresql.source;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// The pauses between attempts: from 200 ms to 30 s, each twice the last, with half of it left to
/// chance so that many flows do not come back to a restarted server at one moment.
final class Backoff {
  private static final long FIRST = 200;
  private static final long LONGEST = 30_000;

  private int failures;

  Duration next() {
    long pause = Math.min(FIRST << Math.min(failures++, 20), LONGEST);
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1));
  }

  void reset() {
    failures = 0;
  }
}
