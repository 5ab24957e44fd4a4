package io.dataflow.runtime.connector;

import io.dataflow.api.chain.SlicedMessages;
import io.dataflow.api.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The part of a batch that goes one way, and how far it has come: what is tried again after an
/// outage is what is still pending, never what is written already.
public final class Delivery {
  /// The way of what no router sends elsewhere.
  public static final String MAIN = "sink:main";

  /// The way of what takes the place of rejected records.
  public static final String ERRORS = "sink:errors";

  /// The way of records that steps could not work on.
  public static final String REJECTED = "rejected";

  /// The way of nothing.
  public static final String END = "end";

  private final String way;
  private final Mark mark;
  private final List<Message> pending;
  private final Optional<SlicedMessages> slices;
  private final List<Rejected> rejected;
  private final long madeNanos = System.nanoTime();
  private boolean begun;

  /// A delivery of these messages, in this order.
  ///
  /// @param way the id of its sink's route: `sink:main`
  /// @param mark of the batch that it is part of
  public Delivery(String way, Mark mark, List<Message> messages) {
    this(way, mark, new ArrayList<>(messages), Optional.empty(), new ArrayList<>());
  }

  /// A delivery of messages that are too many to exist at once, to a sink that stores the position.
  public Delivery(String way, Mark mark, SlicedMessages messages) {
    this(way, mark, new ArrayList<>(), Optional.of(messages), new ArrayList<>());
  }

  private Delivery(
      String way,
      Mark mark,
      List<Message> pending,
      Optional<SlicedMessages> slices,
      List<Rejected> rejected) {
    this.way = way;
    this.mark = mark;
    this.pending = pending;
    this.slices = slices;
    this.rejected = rejected;
  }

  /// The end of a batch: a delivery of nothing, to no sink.
  public static Delivery end() {
    return new Delivery(END, Mark.none(), List.of());
  }

  /// A delivery of records that steps could not work on.
  public static Delivery ofRejected(Mark mark, List<Rejected> rejected) {
    return new Delivery(REJECTED, mark, new ArrayList<>(), Optional.empty(), rejected);
  }

  /// The id of the route that it takes.
  public String way() {
    return way;
  }

  /// The place in the source of the batch that it is part of.
  public Mark mark() {
    return mark;
  }

  /// The messages that are neither written nor rejected; none of a delivery in [slices][#slices].
  public List<Message> pending() {
    return pending;
  }

  /// The messages when they are too many to exist at once.
  public Optional<SlicedMessages> slices() {
    return slices;
  }

  /// How many messages are neither written nor rejected.
  public int size() {
    return slices.map(SlicedMessages::size).orElseGet(pending::size);
  }

  /// A delivery of those messages, once somebody else has the rejected ones.
  public Delivery rest() {
    return slices
        .map(messages -> new Delivery(way, mark, messages))
        .orElseGet(() -> new Delivery(way, mark, pending));
  }

  /// A delivery of those messages that come of records before this one of the batch.
  public Delivery before(int index) {
    var place = mark.first(index);
    return slices
        .map(messages -> new Delivery(way, place, messages.before(index)))
        .orElseGet(
            () ->
                new Delivery(
                    way,
                    place,
                    pending.stream().takeWhile(message -> message.index() < index).toList()));
  }

  /// The records that failed by their own fault.
  public List<Rejected> rejected() {
    return rejected;
  }

  /// The first attempt begins: how many nanoseconds it has waited; empty at each further one.
  public OptionalLong begin() {
    if (begun) {
      return OptionalLong.empty();
    }
    begun = true;
    return OptionalLong.of(System.nanoTime() - madeNanos);
  }
}
