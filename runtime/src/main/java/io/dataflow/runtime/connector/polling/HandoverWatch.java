package io.dataflow.runtime.connector.polling;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Ends a poll whose batch the flow does not take for long, because a sink is down. The poll's
/// transaction would stay open for as long, and a server cannot clean up behind an open
/// transaction. The next poll goes on behind the batch.
public final class HandoverWatch {
  private final Duration patience;
  private final ScheduledExecutorService timers;
  private final Runnable end;
  private Optional<ScheduledFuture<?>> timer = Optional.empty();
  private boolean ended;

  /// @param patience zero never ends a poll: for one that could not go on where it was
  /// @param timers where the time is watched
  /// @param end ends the poll's transaction, while the thread that polls is in the flow
  public HandoverWatch(Duration patience, ScheduledExecutorService timers, Runnable end) {
    this.patience = patience;
    this.timers = timers;
    this.end = end;
  }

  /// One that never ends a poll.
  public static HandoverWatch none() {
    return new HandoverWatch(Duration.ZERO, new ScheduledThreadPoolExecutor(0), () -> {});
  }

  /// The flow is given a batch.
  public synchronized void handedOver() {
    if (patience.isPositive() && !ended) {
      timer =
          Optional.of(timers.schedule(this::expire, patience.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  private synchronized void expire() {
    // A batch that was taken while this waited for the lock has its poll.
    if (timer.isPresent()) {
      ended = true;
      end.run();
    }
  }

  /// The flow has taken the batch; whether the poll can be read on.
  public synchronized boolean takenBack() {
    timer.ifPresent(running -> running.cancel(false));
    timer = Optional.empty();
    return !ended;
  }

  /// Whether the poll is over.
  public synchronized boolean hasEnded() {
    return ended;
  }
}
