package io.dataflow.runtime.flow;

import io.dataflow.api.chain.Slice;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.Rejected;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The deliveries of a batch that is too large to exist at once, slice by slice: the next slice is
/// made when the deliveries of the one before are done.
///
/// In a flow that ends at the first rejected record nothing of that record may be written, and
/// nothing behind it. So where what one record becomes is more than a slice, all of it is made once
/// to see whether anything is rejected, and made again to be written.
final class SlicedDeliveries implements Iterator<Delivery> {
  private static final Comparator<Rejected> IN_ORDER =
      Comparator.comparing(rejected -> rejected.message().index());

  private final Batch batch;
  private final Partition partition;
  private final boolean stopsAtRejected;
  private final Iterator<SliceWork> pieces;
  private final Deque<Delivery> ready = new ArrayDeque<>();
  private Iterator<Slice> slices = Collections.emptyIterator();
  private SliceWork work;
  private Optional<Rejected> culprit;
  private boolean ended;

  SlicedDeliveries(Batch batch, SliceWork work, Partition partition, boolean stopsAtRejected) {
    this.batch = batch;
    this.work = work;
    this.partition = partition;
    this.stopsAtRejected = stopsAtRejected;
    var rejected = work.rejectedBefore();
    culprit = rejected.stream().filter(_ -> stopsAtRejected).min(IN_ORDER);
    if (!stopsAtRejected && !rejected.isEmpty()) {
      ready.add(Delivery.ofRejected(batch.mark(), rejected));
    }
    pieces = stopsAtRejected ? work.pieces().iterator() : List.of(work).iterator();
  }

  /// Camel asks before the last delivery is done, so there is one more at the end.
  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Delivery next() {
    while (ready.isEmpty() && !batch.isFailing()) {
      long begin = System.nanoTime();
      if (slices.hasNext()) {
        deliver(slices.next(), begin);
      } else if (pieces.hasNext()) {
        open(pieces.next());
      } else {
        return end();
      }
    }
    return ready.isEmpty() ? end() : ready.poll();
  }

  private Delivery end() {
    ended = true;
    return culprit
        .filter(_ -> !batch.isFailing())
        .map(it -> Delivery.ofRejected(batch.mark(), List.of(it)))
        .orElseGet(Delivery::end);
  }

  private void open(SliceWork piece) {
    work = piece;
    slices = stopsAtRejected ? checked(piece) : piece.counted();
  }

  private Iterator<Slice> checked(SliceWork piece) {
    var counted = piece.counted();
    if (!counted.hasNext()) {
      return counted;
    }
    var first = counted.next();
    judge(first);
    if (!counted.hasNext()) {
      return List.of(first).iterator();
    }
    while (counted.hasNext()) {
      judge(counted.next());
    }
    return piece.again();
  }

  private void judge(Slice slice) {
    for (var rejected : SliceWork.rejected(slice)) {
      culprit =
          culprit.filter(it -> IN_ORDER.compare(it, rejected) <= 0).or(() -> Optional.of(rejected));
    }
  }

  private void deliver(Slice slice, long begin) {
    var rejected = SliceWork.rejected(slice);
    var messages = slice.messages();
    if (culprit.isPresent()) {
      int end = culprit.get().message().index();
      messages = messages.stream().takeWhile(message -> message.index() < end).toList();
      if (messages.size() < slice.messages().size()) {
        finish();
      }
    }
    var deliveries = partition.of(batch.mark(), messages, rejected);
    work.transformed(messages.size(), rejected.size(), begin);
    work.queued(deliveries);
    ready.addAll(deliveries);
  }

  /// Nothing behind the culprit is made.
  private void finish() {
    slices = Collections.emptyIterator();
    pieces.forEachRemaining(_ -> {});
  }
}
