package io.dataflow.cluster;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/// Somebody who goes on writing, 200 times a second, while a test changes the world.
final class RowFeed implements AutoCloseable {
  private static final long PAUSE_NANOS = 5_000_000;

  private final CompletableFuture<Long> written;
  private volatile boolean stopped;

  /// Writes the numbers from `first` on.
  RowFeed(long first, LongConsumer write) {
    written =
        CompletableFuture.supplyAsync(
            () -> {
              long number = first;
              while (!stopped) {
                write.accept(number++);
                LockSupport.parkNanos(PAUSE_NANOS);
              }
              return number;
            },
            task -> Thread.ofVirtual().start(task));
  }

  /// Ends it and returns the number that was not written any more.
  long stop() {
    stopped = true;
    return written.join();
  }

  @Override
  public void close() {
    stop();
  }
}
