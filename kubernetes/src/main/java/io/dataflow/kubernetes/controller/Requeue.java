package io.dataflow.kubernetes.controller;

import java.time.Duration;
import java.time.Instant;

/// When a resource is reconciled again though nothing has happened.
public final class Requeue {
  /// A resource is reconciled so often though nothing seems to have happened, in case that an event
  /// was lost. It costs nothing but a little time: what is as it should be is not written.
  public static final Duration RESYNC = Duration.ofMinutes(5);

  /// After a write that somebody else's was ahead of.
  public static final Duration CONFLICT_RETRY = Duration.ofMillis(200);

  /// While somebody has to change something.
  public static final Duration BLOCKED_RETRY = Duration.ofSeconds(10);

  /// While pods start or end.
  public static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

  private static final Duration MARGIN = Duration.ofMillis(500);

  private Requeue() {}

  /// For something that happens by itself at this time: a little later, so that it has surely
  /// happened then. It may have happened meanwhile, and a timer knows no time before now; and this
  /// requeue takes the place of the resync, so it must not be later.
  public static Duration at(Instant change, Instant now) {
    var delay = Duration.between(now, change).plus(MARGIN);
    return delay.isPositive() ? delay.compareTo(RESYNC) < 0 ? delay : RESYNC : CONFLICT_RETRY;
  }
}
