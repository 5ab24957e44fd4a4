package io.dataflow.runtime.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;

/// The one place between reading and writing: a fetch waits here while the flow works on the one
/// before it, and no more than one, so memory stays bounded and order is kept.
final class Handoff {
  private Optional<Fetch> waiting = Optional.empty();
  private boolean working;
  private boolean awake;

  /// Waits until there is room for a fetch; false when there is none after that time.
  synchronized boolean awaitRoom(Duration patience) throws InterruptedException {
    return await(() -> waiting.isEmpty(), patience);
  }

  synchronized void offer(Fetch fetch) {
    waiting = Optional.of(fetch);
    notifyAll();
  }

  /// Takes the waiting fetch to work on; empty when none came in that time or [#wake] was called.
  synchronized Optional<Fetch> take(Duration patience) throws InterruptedException {
    await(() -> waiting.isPresent() || awake, patience);
    awake = false;
    var fetch = waiting;
    waiting = Optional.empty();
    working = fetch.isPresent();
    notifyAll();
    return fetch;
  }

  /// Ends the work on the fetch taken last.
  synchronized void done() {
    working = false;
    notifyAll();
  }

  synchronized boolean isQuiet() {
    return !working && waiting.isEmpty();
  }

  /// Forgets what waits of these partitions and waits for the work on them to end; false when it
  /// has not ended after that time.
  synchronized boolean drain(Collection<TopicPartition> partitions, Duration patience)
      throws InterruptedException {
    waiting.ifPresent(fetch -> fetch.forget(partitions));
    waiting = waiting.filter(fetch -> !fetch.isEmpty());
    return await(() -> !working, patience);
  }

  /// Waits for [#wake].
  synchronized void awaitWake(Duration patience) throws InterruptedException {
    await(() -> awake, patience);
    awake = false;
  }

  synchronized void wake() {
    awake = true;
    notifyAll();
  }

  private boolean await(BooleanSupplier condition, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      wait(Math.max(1, left / 1_000_000));
    }
    return true;
  }
}
