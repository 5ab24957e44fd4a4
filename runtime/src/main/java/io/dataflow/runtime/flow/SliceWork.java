package io.dataflow.runtime.flow;

import io.dataflow.api.chain.Slice;
import io.dataflow.api.chain.SliceWatch;
import io.dataflow.api.chain.Slicing;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.metrics.StepMeter;
import java.util.Iterator;
import java.util.List;

/// The work of the steps on a batch that is too large to exist at once. However often its slices
/// are made, each is counted in metrics once. Making one counts as progress; none is made any more
/// when the flow stops and the time for that is over.
final class SliceWork {
  private final Batch batch;
  private final Slicing slicing;
  private final Flow flow;
  private final Metering metering;
  private final List<StepMeter> steps;
  private final SliceWatch counting = new Counting();
  private final SliceWatch silent = new Silent();

  /// @param steps the meters of all steps of the flow
  SliceWork(Batch batch, Slicing slicing, Flow flow, Metering metering, List<StepMeter> steps) {
    this.batch = batch;
    this.slicing = slicing;
    this.flow = flow;
    this.metering = metering;
    this.steps = steps.subList(steps.size() - slicing.steps(), steps.size());
  }

  /// The records that were rejected before there were slices.
  List<Rejected> rejectedBefore() {
    return batch.rejected();
  }

  /// All slices, counted.
  Iterator<Slice> counted() {
    return slicing.all(counting);
  }

  /// All slices, not counted once more.
  Iterator<Slice> again() {
    return slicing.all(silent);
  }

  /// The work in pieces: what is rejected of one has come of no other.
  List<SliceWork> pieces() {
    return slicing.pieces().stream()
        .map(piece -> new SliceWork(batch, piece, flow, metering, steps))
        .toList();
  }

  /// The records that steps have rejected of a slice.
  static List<Rejected> rejected(Slice slice) {
    return slice.rejected().stream()
        .map(it -> new Rejected(it.message(), it.stage(), it.reason(), ErrorType.INVALID_DATA))
        .toList();
  }

  /// Some of it has gone through all steps.
  void transformed(int messages, int rejected, long since) {
    metering.task().transformed(messages, rejected, System.nanoTime() - since);
  }

  void queued(List<Delivery> deliveries) {
    metering.queued(deliveries);
  }

  private class Silent implements SliceWatch {
    @Override
    public void working() {
      flow.state().advancing();
    }
  }

  private final class Counting extends Silent {
    @Override
    public void worked(int step, int in, int out, int rejected, long nanos) {
      steps.get(step).worked(in, out, rejected, nanos);
      flow.counters().drop(Math.max(0, in - out - rejected));
    }

    @Override
    public void before(int step, List<Message> messages) {
      metering.task().behind(flow.spec().transformations().size() - steps.size() + step, messages);
    }
  }
}
