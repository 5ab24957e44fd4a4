package io.dataflow.api.chain;

import io.dataflow.api.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;

/// The parts of one batch on their way through a step. Whoever runs it takes part after part until
/// none is left that nobody has taken.
final class SharedWork<T> implements Runnable {
  private final BiFunction<List<Message>, Rejections, T> step;
  private final List<List<Message>> parts;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicReferenceArray<Outcome<T>> outcomes;
  private final CountDownLatch open;

  /// What became of a part.
  private sealed interface Outcome<T> {}

  private record Done<T>(T out, List<Rejection> rejected) implements Outcome<T> {}

  private record Broken<T>(Throwable failure) implements Outcome<T> {}

  /// @param step what it does with a part
  SharedWork(BiFunction<List<Message>, Rejections, T> step, List<List<Message>> parts) {
    this.step = step;
    this.parts = parts;
    this.outcomes = new AtomicReferenceArray<>(parts.size());
    this.open = new CountDownLatch(parts.size());
  }

  @Override
  public void run() {
    for (int i = taken.getAndIncrement(); i < parts.size(); i = taken.getAndIncrement()) {
      outcomes.set(i, outcome(parts.get(i)));
      open.countDown();
    }
  }

  private Outcome<T> outcome(List<Message> part) {
    var rejected = new ArrayList<Rejection>();
    try {
      var out =
          step.apply(
              part,
              (message, stage, reason) -> rejected.add(new Rejection(message, stage, reason)));
      return new Done<>(out, rejected);
    } catch (Throwable failure) {
      // Also an error: whoever waits for the batch is to have it, and not a thread of a pool.
      return new Broken<>(failure);
    }
  }

  /// What all parts became, in their order, when all are done.
  List<T> result(Rejections rejections) {
    await();
    var out = new ArrayList<T>();
    for (int i = 0; i < parts.size(); i++) {
      switch (outcomes.get(i)) {
        case Done<T> done -> {
          done.rejected.forEach(
              each -> rejections.reject(each.message(), each.stage(), each.reason()));
          out.add(done.out);
        }
        case Broken<T>(RuntimeException failure) -> throw failure;
        case Broken<T>(Error failure) -> throw failure;
        case Broken<T>(Throwable failure) -> throw new IllegalStateException(failure);
      }
    }
    return out;
  }

  /// The others only finish the parts that they have taken, so an interruption waits for that: the
  /// messages must not be changed any more when the caller goes on.
  private void await() {
    boolean interrupted = false;
    while (open.getCount() > 0) {
      try {
        open.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
