package io.dataflow.runtime.flow;

import io.dataflow.api.chain.Slice;
import io.dataflow.api.chain.SlicedMessages;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The deliveries of a batch that is too large to exist at once, to sinks that store the source's
/// position: as [Partition] divides it, one for each sink, which makes the slices anew as it writes
/// them. Before that all of them are made once, to find the records that steps reject and to count
/// what goes where.
final class SlicedOnce implements Iterator<Delivery> {
  private final Batch batch;
  private final Mark mark;
  private final SliceWork work;
  private final Partition partition;
  private final boolean stopsAtRejected;
  private final Iterator<Slice> first;
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final long begin = System.nanoTime();
  private Iterator<Delivery> deliveries = Collections.emptyIterator();
  private Optional<Rejected> culprit = Optional.empty();
  private int messages;
  private int rejected;
  private boolean counted;

  /// How many messages go one way.
  private static final class Count {
    private int all;
    private int ofLast;
    private int last = -1;

    void add(int index) {
      ofLast = index == last ? ofLast + 1 : 1;
      last = index;
      all++;
    }

    /// Those before a record of the batch that is not before any of them.
    int before(int index) {
      return index == last ? all - ofLast : all;
    }
  }

  SlicedOnce(Batch batch, SliceWork work, Partition partition, boolean stopsAtRejected) {
    this.batch = batch;
    this.mark = batch.mark();
    this.work = work;
    this.partition = partition;
    this.stopsAtRejected = stopsAtRejected;
    this.first = work.counted();
    if (!work.rejectedBefore().isEmpty()) {
      reject(work.rejectedBefore());
    }
  }

  @Override
  public boolean hasNext() {
    if (batch.isFailing()) {
      return false;
    }
    while (!deliveries.hasNext() && !counted) {
      if (first.hasNext()) {
        look(first.next());
      } else {
        counted = true;
        deliveries = bySink().iterator();
      }
    }
    return deliveries.hasNext();
  }

  @Override
  public Delivery next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return deliveries.next();
  }

  private void look(Slice slice) {
    if (!slice.rejected().isEmpty()) {
      reject(SliceWork.rejected(slice));
    }
    for (var message : slice.messages()) {
      if (isWritten(message)) {
        counts.computeIfAbsent(partition.way(message), _ -> new Count()).add(message.index());
        messages++;
      }
    }
  }

  private void reject(List<Rejected> records) {
    rejected += records.size();
    if (!stopsAtRejected) {
      deliveries = List.of(Delivery.ofRejected(mark, records)).iterator();
      return;
    }
    for (var record : records) {
      if (isWritten(record.message())) {
        culprit = Optional.of(record);
      }
    }
  }

  private boolean isWritten(Message message) {
    return culprit.filter(it -> it.message().index() <= message.index()).isEmpty();
  }

  private List<Delivery> bySink() {
    work.transformed(messages, rejected, begin);
    var place = culprit.map(it -> mark.first(it.message().index())).orElse(mark);
    var bySink = new ArrayList<Delivery>();
    var main = Optional.ofNullable(counts.remove(Delivery.MAIN)).orElseGet(Count::new);
    counts.forEach((way, count) -> bySink.add(delivery(way, place, count)));
    bySink.add(delivery(Delivery.MAIN, place, main));
    work.queued(bySink);
    culprit.map(List::of).ifPresent(one -> bySink.add(Delivery.ofRejected(mark, one)));
    return bySink;
  }

  private Delivery delivery(String way, Mark place, Count count) {
    int size = culprit.map(it -> count.before(it.message().index())).orElse(count.all);
    return size == 0
        ? new Delivery(way, place, List.of())
        : new Delivery(way, place, new SlicedMessages(() -> new OfWay(way, work.again()), size));
  }

  /// The messages of each slice that go one way.
  private final class OfWay implements Iterator<List<Message>> {
    private final String way;
    private final Iterator<Slice> all;
    private boolean ended;

    OfWay(String way, Iterator<Slice> all) {
      this.way = way;
      this.all = all;
    }

    @Override
    public boolean hasNext() {
      return !ended && all.hasNext();
    }

    @Override
    public List<Message> next() {
      var slice = all.next().messages();
      ended = !slice.isEmpty() && !isWritten(slice.getLast());
      return slice.stream()
          .filter(message -> isWritten(message) && partition.way(message).equals(way))
          .toList();
    }
  }
}
