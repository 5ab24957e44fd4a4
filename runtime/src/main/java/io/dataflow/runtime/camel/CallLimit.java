package io.dataflow.runtime.camel;

import io.dataflow.runtime.connector.FlowException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends calls that take too long. The work runs on a virtual thread, which an interrupt wakes even
/// when it waits for a socket; what cannot be woken ends the flow, because nobody may go on with
/// messages that somebody else has in hand.
final class CallLimit {
  private static final long LONGEST_LOOK = 500;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final String stage;
  private final Duration limit;
  private volatile long begun;
  private volatile boolean calling;
  private volatile boolean late;
  private volatile Thread worker;

  CallLimit(String stage, Duration limit) {
    this.stage = stage;
    this.limit = limit;
  }

  /// Work that makes calls.
  interface Work {
    void run() throws Exception;
  }

  /// Does the work, and comes back when it is done.
  ///
  /// @throws FlowException when a call has not ended in time and cannot be ended
  void within(Work work) throws Exception {
    var task =
        new FutureTask<Void>(
            () -> {
              work.run();
              return null;
            });
    worker = Thread.ofVirtual().name(stage).unstarted(task);
    worker.start();
    try {
      await(task);
    } catch (InterruptedException e) {
      // The flow stops at once; what the endpoint has in hand is not waited for.
      worker.interrupt();
      throw e;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Exception cause -> throw cause;
        case Error cause -> throw cause;
        case Throwable cause -> throw new IllegalStateException(cause);
      }
    }
  }

  private void await(FutureTask<Void> task) throws InterruptedException, ExecutionException {
    long look = Math.clamp(limit.toMillis() / 4, 1, LONGEST_LOOK);
    while (true) {
      try {
        task.get(look, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException _) {
        long taken = System.nanoTime() - begun;
        if (calling && !late && taken > limit.toNanos()) {
          late = true;
          worker.interrupt();
        } else if (calling && late && taken > limit.plus(GRACE).toNanos()) {
          throw new FlowException(
              "%s: has not come back within %d ms, and cannot be stopped, so the flow ends. Correct the template, or raise `timeLimit`."
                  .formatted(stage, limit.toMillis()));
        }
      }
    }
  }

  /// A call begins.
  void begin() {
    if (isMine()) {
      begun = System.nanoTime();
      late = false;
      calling = true;
    }
  }

  /// It has ended: whether it was too late.
  boolean end() {
    if (!isMine()) {
      return false;
    }
    calling = false;
    boolean wasLate = late;
    if (wasLate) {
      // What has woken the call is not for the next one.
      Thread.interrupted();
    }
    return wasLate;
  }

  /// Other threads of the flow make calls that nobody ends: they are as long as the component lets
  /// them be.
  private boolean isMine() {
    return Thread.currentThread() == worker;
  }
}
