package io.dataflow.api.chain;

import io.dataflow.api.message.Message;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The messages of a delivery that are too many to exist at once: slices of them, in order, as
/// often as a sink has to begin again. For sinks that write all of them with the source's position,
/// or nothing.
public final class SlicedMessages {
  private final Supplier<Iterator<List<Message>>> slices;
  private final BitSet leftOut;
  private int size;

  /// @param slices makes them, every time the same
  /// @param size how many messages they are together
  public SlicedMessages(Supplier<Iterator<List<Message>>> slices, int size) {
    this.slices = slices;
    this.leftOut = new BitSet();
    this.size = size;
  }

  /// How many messages are neither written nor rejected.
  public int size() {
    return size;
  }

  /// Goes through all of them from the first one.
  public Pass pass() {
    return new Pass(slices.get());
  }

  /// Those that come of records before this one of the batch; counts them.
  public SlicedMessages before(int index) {
    Supplier<Iterator<List<Message>>> before = () -> new Before(pass(), index);
    int count = 0;
    for (var pass = before.get(); pass.hasNext(); ) {
      count += pass.next().size();
    }
    return new SlicedMessages(before, count);
  }

  /// Some more of them are durable.
  public void written(int count) {
    size -= count;
  }

  /// They do not come any more.
  ///
  /// @param places what [Pass#place] has told
  public void leaveOut(Collection<Integer> places) {
    places.forEach(leftOut::set);
    size -= places.size();
  }

  /// One way through the messages.
  public final class Pass implements Iterator<List<Message>> {
    private final Iterator<List<Message>> all;
    private final Map<Message, Integer> places = new IdentityHashMap<>();
    private List<Message> slice = List.of();
    private int first;

    private Pass(Iterator<List<Message>> all) {
      this.all = all;
    }

    @Override
    public boolean hasNext() {
      return all.hasNext();
    }

    /// The next slice, which is the caller's to change; it may be empty.
    @Override
    public List<Message> next() {
      first += slice.size();
      slice = all.next();
      places.clear();
      var left = new ArrayList<Message>(slice.size());
      for (int i = 0; i < slice.size(); i++) {
        if (!leftOut.get(first + i)) {
          left.add(slice.get(i));
        }
      }
      return left;
    }

    /// Where a message of the slice that was taken last stands among all.
    public int place(Message message) {
      if (places.isEmpty()) {
        for (int i = 0; i < slice.size(); i++) {
          places.put(slice.get(i), first + i);
        }
      }
      return places.get(message);
    }
  }

  /// Ends before a record of the batch.
  private static final class Before implements Iterator<List<Message>> {
    private final Iterator<List<Message>> all;
    private final int index;
    private boolean ended;

    Before(Iterator<List<Message>> all, int index) {
      this.all = all;
      this.index = index;
    }

    @Override
    public boolean hasNext() {
      return !ended && all.hasNext();
    }

    @Override
    public List<Message> next() {
      var slice = all.next();
      ended = !slice.isEmpty() && slice.getLast().index() >= index;
      return slice.stream().takeWhile(message -> message.index() < index).toList();
    }
  }
}
