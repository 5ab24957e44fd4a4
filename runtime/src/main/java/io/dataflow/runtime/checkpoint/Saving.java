package io.dataflow.runtime.checkpoint;

import java.time.Duration;

/// How often and how stubbornly positions are written.
///
/// @param interval between the ends of two writes, at least
/// @param waits whether who saves a position waits for its write when one is due
/// @param outage how long positions may stay unwritten before that is a failure
/// @param stop how long the last write may take, with its repetitions
record Saving(Duration interval, boolean waits, Duration outage, Duration stop) {
  private static final Duration OUTAGE = Duration.ofMinutes(10);

  static Saving every(Duration interval, boolean waits, Duration stop) {
    return new Saving(interval, waits, OUTAGE, stop);
  }
}
