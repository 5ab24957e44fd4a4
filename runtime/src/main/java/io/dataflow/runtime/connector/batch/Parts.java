package io.dataflow.runtime.connector.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Which part of a batch is tried next when some record in it is refused. When the server names the
/// culprit, what stands before it, it alone and what stands behind it are parts of their own, else
/// the part is halved. The order is kept, every record is in one part, and a part of one record
/// that is refused is the culprit itself.
final class Parts {
  private static final int FIRST_STEP = 256;
  private static final int GROWTH = 8;

  private final Deque<Range> ranges = new ArrayDeque<>();
  private int limit = Integer.MAX_VALUE;

  /// Some of the next records.
  ///
  /// @param verdict why the one record is refused, when that is known already
  private record Range(int size, Optional<Refusal> verdict) {
    Range(int size) {
      this(size, Optional.empty());
    }
  }

  Parts(int total) {
    ranges.push(new Range(total));
  }

  boolean isDone() {
    return ranges.isEmpty();
  }

  /// How many of the next records to try together.
  int size() {
    int size = ranges.peek().size();
    if (size > limit) {
      ranges.pop();
      push(new Range(limit), new Range(size - limit));
    }
    return ranges.peek().size();
  }

  /// Why the next record is refused, when it need not be tried for that.
  Optional<Refusal> verdict() {
    return ranges.peek().verdict();
  }

  /// They are written, or the one is refused.
  void settled() {
    if (ranges.pop().size() == limit && limit < Integer.MAX_VALUE / GROWTH) {
      limit *= GROWTH;
    }
  }

  /// One of them is refused, or they are too many.
  void refused(PartRefusedException failure) {
    int size = ranges.pop().size();
    if (failure.fitting().isPresent()) {
      int fitting = failure.fitting().getAsInt();
      push(new Range(fitting), new Range(size - fitting));
      return;
    }
    if (failure.culprit().isEmpty()) {
      push(new Range(size / 2), new Range(size - size / 2));
      return;
    }
    int culprit = failure.culprit().getAsInt();
    var verdict = failure.isCertain() ? Optional.of(failure.refusal()) : Optional.<Refusal>empty();
    push(new Range(culprit), new Range(1, verdict), new Range(size - culprit - 1));
    // Where culprits are dense, what is sent behind the next one is sent in vain.
    limit = Math.max(FIRST_STEP, GROWTH * Math.min(culprit, 1 << 20));
  }

  private void push(Range... inOrder) {
    for (int i = inOrder.length - 1; i >= 0; i--) {
      if (inOrder[i].size() > 0) {
        ranges.push(inOrder[i]);
      }
    }
  }
}
