package io.dataflow.benchmarks.operator;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Some hands that write at the same time.
final class Writers {
  private static final int HANDS = 8;
  private static final Duration STEP = Duration.ofMillis(5);

  private Writers() {}

  /// Does something for each number from one to another, a few at a time.
  static void each(int from, int to, IntConsumer work) throws InterruptedException {
    var hands =
        IntStream.range(0, HANDS)
            .mapToObj(hand -> Thread.ofVirtual().start(() -> every(from + hand, to, work)))
            .toList();
    for (var hand : hands) {
      hand.join();
    }
  }

  private static void every(int from, int to, IntConsumer work) {
    for (int number = from; number < to; number += HANDS) {
      work.accept(number);
    }
  }

  /// Looks again and again until it is so.
  static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
