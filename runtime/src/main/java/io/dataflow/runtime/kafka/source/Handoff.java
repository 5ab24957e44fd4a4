package io.dataflow.runtime.kafka.source;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;

/// The one place between reading and writing: a fetch waits here while the flow works on the one
/// before it, and no more than one, so memory stays bounded and order is kept. Nothing is given out
/// behind a fetch that was not acknowledged, so a flow that failed skips nothing.
final class Handoff {
  private Optional<Fetch> waiting = Optional.empty();
  private Optional<Fetch> working = Optional.empty();
  private boolean awake;
  private boolean ended;

  /// Waits until there is room for a fetch; false when there is none after that time.
  synchronized boolean awaitRoom(Duration patience) throws InterruptedException {
    return await(() -> waiting.isEmpty(), patience);
  }

  synchronized void offer(Fetch fetch) {
    waiting = Optional.of(fetch);
    notifyAll();
  }

  /// Takes the waiting fetch to work on; empty when none came in that time, the one before it is
  /// not acknowledged, or [#wake] was called.
  synchronized Optional<Fetch> take(Duration patience) throws InterruptedException {
    await(() -> isNextReady() || awake, patience);
    awake = false;
    if (!isNextReady()) {
      return Optional.empty();
    }
    working = waiting;
    waiting = Optional.empty();
    notifyAll();
    return working;
  }

  private boolean isNextReady() {
    return waiting.isPresent() && working.isEmpty();
  }

  /// Ends the work on the fetch taken last: its positions are those of `positions` to commit.
  synchronized void done(Positions positions) {
    working.ifPresent(fetch -> positions.acknowledge(fetch.next()));
    working = Optional.empty();
    notifyAll();
  }

  /// The flow stops within the fetch taken last, behind its first `count` records; the fetch is
  /// never done.
  synchronized void stopped(int count, Positions positions) {
    working.ifPresent(fetch -> positions.acknowledge(fetch.next(count)));
  }

  /// How many messages wait.
  synchronized int waiting() {
    return waiting.map(Fetch::size).orElse(0);
  }

  synchronized boolean isQuiet() {
    return working.isEmpty() && waiting.isEmpty();
  }

  /// Forgets partitions that another consumer reads now; also of what is being worked on, whose
  /// position is the other consumer's to commit.
  synchronized void forget(Collection<TopicPartition> partitions) {
    waiting.ifPresent(fetch -> fetch.forget(partitions));
    waiting = waiting.filter(fetch -> !fetch.isEmpty());
    working.ifPresent(fetch -> fetch.disown(partitions));
    notifyAll();
  }

  /// Waits for the end of the work on these partitions; false when it has not come after that time
  /// or will not come. What waits of them is not begun.
  synchronized boolean drain(Collection<TopicPartition> partitions, Duration patience)
      throws InterruptedException {
    waiting.ifPresent(fetch -> fetch.forget(partitions));
    waiting = waiting.filter(fetch -> !fetch.isEmpty());
    await(() -> ended || !isWorkingOn(partitions), patience);
    return !isWorkingOn(partitions);
  }

  private boolean isWorkingOn(Collection<TopicPartition> partitions) {
    return working.filter(fetch -> fetch.isOfAny(partitions)).isPresent();
  }

  /// No work will be ended any more: nobody shall wait for it.
  synchronized void end() {
    ended = true;
    notifyAll();
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
