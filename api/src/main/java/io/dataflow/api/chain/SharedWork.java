package io.dataflow.api.chain;

import io.dataflow.api.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The parts of one batch on their way through a step. Whoever runs it takes part after part until
/// none is left that nobody has taken.
final class SharedWork implements Runnable {
  private final StepRunner step;
  private final List<List<Message>> parts;
  private final Instant now;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicReferenceArray<Outcome> outcomes;
  private final CountDownLatch open;

  /// What became of a part.
  private sealed interface Outcome {}

  private record Done(List<Message> out, List<Rejection> rejected) implements Outcome {}

  private record Broken(Throwable failure) implements Outcome {}

  private record Rejection(Message message, String stage, String reason) {}

  SharedWork(StepRunner step, List<List<Message>> parts, Instant now) {
    this.step = step;
    this.parts = parts;
    this.now = now;
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

  private Outcome outcome(List<Message> part) {
    var rejected = new ArrayList<Rejection>();
    try {
      var out =
          step.run(
              part,
              now,
              (message, stage, reason) -> rejected.add(new Rejection(message, stage, reason)));
      return new Done(out, rejected);
    } catch (Throwable failure) {
      // Also an error: whoever waits for the batch is to have it, and not a thread of a pool.
      return new Broken(failure);
    }
  }

  /// What all parts became, in their order, when all are done.
  List<Message> result(Rejections rejections) {
    await();
    var out = new ArrayList<Message>();
    for (int i = 0; i < parts.size(); i++) {
      switch (outcomes.get(i)) {
        case Done done -> {
          done.rejected.forEach(
              each -> rejections.reject(each.message(), each.stage(), each.reason()));
          out.addAll(done.out);
        }
        case Broken(RuntimeException failure) -> throw failure;
        case Broken(Error failure) -> throw failure;
        case Broken(Throwable failure) -> throw new IllegalStateException(failure);
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
