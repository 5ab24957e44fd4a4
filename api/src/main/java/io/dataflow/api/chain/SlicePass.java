package io.dataflow.api.chain;

import io.dataflow.api.message.Message;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// One way through a [Slicing]. Where a step multiplies messages once more, what it has made of a
/// slice comes before whatever is behind that slice, so the order stays, and at each such step one
/// slice exists and no more.
final class SlicePass implements Iterator<Slice> {
  private final List<StepRunner> steps;
  private final StepWorkers workers;
  private final Instant now;
  private final long limit;
  private final SliceWatch watch;
  private final Deque<Rest> rests = new ArrayDeque<>();
  private List<Message> out = new ArrayList<>();
  private List<Rejection> rejected = new ArrayList<>();
  private long weight;

  /// What is not made yet.
  ///
  /// @param step the one that it goes to
  private record Rest(int step, ExpansionCursor cursor) {}

  SlicePass(
      ExpansionCursor cursor,
      List<StepRunner> steps,
      StepWorkers workers,
      Instant now,
      long limit,
      SliceWatch watch) {
    this.steps = steps;
    this.workers = workers;
    this.now = now;
    this.limit = limit;
    this.watch = watch;
    rests.push(new Rest(0, cursor));
  }

  @Override
  public boolean hasNext() {
    while (hasRest() && (isEmpty() || weight + rests.peek().cursor.next() <= limit)) {
      work(rests.peek());
    }
    return !isEmpty();
  }

  private boolean hasRest() {
    while (!rests.isEmpty() && rests.peek().cursor.isDone()) {
      rests.pop();
    }
    return !rests.isEmpty();
  }

  private boolean isEmpty() {
    return out.isEmpty() && rejected.isEmpty();
  }

  @Override
  public Slice next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    var slice = new Slice(out, rejected);
    out = new ArrayList<>();
    rejected = new ArrayList<>();
    weight = 0;
    return slice;
  }

  private void work(Rest rest) {
    watch.working();
    var messages = rest.cursor.take(limit - weight);
    long heavy = rest.cursor.taken();
    int refused = rejected.size();
    watch.before(rest.step, messages);
    for (int step = rest.step; step < steps.size() && !messages.isEmpty(); step++) {
      long begin = System.nanoTime();
      int in = messages.size();
      var runner = steps.get(step);
      if (runner.multiplies()) {
        var expansion = workers.expand(runner, messages);
        watch.worked(step, in, expansion.size(), 0, System.nanoTime() - begin);
        if (expansion.exceeds(limit - weight)) {
          rests.push(new Rest(step + 1, expansion.cursor()));
          weight += rejected.size() > refused ? heavy : 0;
          return;
        }
        messages = expansion.all();
      } else {
        int before = rejected.size();
        messages = workers.run(runner, messages, now, this::reject);
        watch.worked(
            step, in, messages.size(), rejected.size() - before, System.nanoTime() - begin);
      }
      watch.before(step + 1, messages);
    }
    out.addAll(messages);
    // Of what is left of them nobody knows how heavy it is, so it counts as if all were.
    weight += messages.isEmpty() && rejected.size() == refused ? 0 : heavy;
  }

  private void reject(Message message, String stage, String reason) {
    rejected.add(new Rejection(message, stage, reason));
  }
}
