package io.dataflow.testbed.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits until something holds, instead of for a time that is too short here and too long there.
public final class Await {
  private static final long STEP = Duration.ofMillis(20).toNanos();

  private Await() {}

  /// A question about the world that may fail while the world is not ready.
  @FunctionalInterface
  public interface Condition {
    /// Tells whether what is waited for has come; an exception means not yet.
    boolean holds() throws Exception;
  }

  /// Returns as soon as the condition holds; after `limit` throws with `what` and the last failure.
  public static void until(String what, Duration limit, Condition condition) {
    var deadline = System.nanoTime() + limit.toNanos();
    Exception last = null;
    do {
      try {
        if (condition.holds()) {
          return;
        }
        last = null;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new ServerException("interrupted while waiting for " + what, stopped);
      } catch (Exception notYet) {
        last = notYet;
      }
      LockSupport.parkNanos(STEP);
      if (Thread.currentThread().isInterrupted()) {
        throw new ServerException("interrupted while waiting for " + what);
      }
    } while (System.nanoTime() < deadline);
    throw new ServerException("after " + limit.toSeconds() + " s still waiting for " + what, last);
  }
}
