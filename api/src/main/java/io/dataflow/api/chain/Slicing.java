package io.dataflow.api.chain;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/// What is still to be done with a batch whose messages are too many to exist at once: the steps
/// behind the one that has multiplied them take it slice by slice. It can be gone through as often
/// as one likes, and is the same each time, because steps say the same of the same message.
public final class Slicing {
  /// Bytes of messages that exist at once at one place, besides those of the batch itself.
  public static final long LIMIT = 16 << 20;

  private final Expansion expansion;
  private final List<StepRunner> steps;
  private final StepWorkers workers;
  private final Instant now;
  private final long limit;

  /// @param steps those behind the step that has made the expansion
  /// @param now the time of the batch
  /// @param limit bytes that a slice takes in memory, at most, if it is not one message
  public Slicing(
      Expansion expansion, List<StepRunner> steps, StepWorkers workers, Instant now, long limit) {
    this.expansion = expansion;
    this.steps = List.copyOf(steps);
    this.workers = workers;
    this.now = now;
    this.limit = limit;
  }

  /// How many steps there are still to go.
  public int steps() {
    return steps.size();
  }

  /// What the steps make of all of it, from the beginning.
  public Iterator<Slice> all(SliceWatch watch) {
    return new SlicePass(expansion.cursor(), steps, workers, now, limit, watch);
  }

  /// The batch in pieces, in order: each is of messages that fit into one slice together, with all
  /// that they become at first, or of one message that does not.
  public List<Slicing> pieces() {
    return expansion.pieces(limit).stream()
        .map(piece -> new Slicing(piece, steps, workers, now, limit))
        .toList();
  }
}
