package io.dataflow.runtime.connector;

import io.dataflow.api.chain.Slicing;
import io.dataflow.api.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one read of a source brought: the unit that travels the flow as one Camel exchange. Its
/// source's position may pass it once it is acknowledged, and not before.
public final class Batch {
  private final Mark mark;
  private final Instant receivedAt = Instant.now();
  private final List<Rejected> rejected = new ArrayList<>();
  private final int received;
  private List<Message> messages;
  private Optional<Slicing> slicing = Optional.empty();
  private long takenNanos = System.nanoTime();
  private ReadTime read = new ReadTime(takenNanos, takenNanos);
  private boolean failing;
  private boolean acknowledged;

  /// What a read brought, and its place in the source.
  public Batch(List<Message> messages, Mark mark) {
    this.messages = messages;
    this.received = messages.size();
    this.mark = mark;
    for (int i = 0; i < received; i++) {
      messages.get(i).index(i);
    }
  }

  /// The messages, in the order of the source.
  public List<Message> messages() {
    return messages;
  }

  /// The messages that came of the batch's first `count` records.
  public List<Message> messagesOf(int count) {
    return count == received
        ? messages
        : messages.stream().takeWhile(message -> message.index() < count).toList();
  }

  /// Puts what a step has made of the messages in their place.
  public void messages(List<Message> messages) {
    this.messages = messages;
  }

  /// Puts what steps make of the messages slice by slice in their place, because they are too many
  /// to exist at once.
  public void messages(Slicing slices) {
    this.messages = List.of();
    this.slicing = Optional.of(slices);
  }

  /// What is still to be done with the messages, slice by slice; empty when all of them are
  /// [there][#messages].
  public Optional<Slicing> slicing() {
    return slicing;
  }

  /// Takes note of a record that goes no further.
  public void reject(Rejected record) {
    rejected.add(record);
  }

  /// The records that steps could not work on.
  public List<Rejected> rejected() {
    return rejected;
  }

  /// The number of records it was read with.
  public int received() {
    return received;
  }

  /// Its place in the source.
  public Mark mark() {
    return mark;
  }

  /// Takes note that the last attempt at a part of it has failed, by more than a record's own
  /// fault, or has succeeded.
  public void failing(boolean failed) {
    this.failing = failed;
  }

  /// Whether the last attempt at a part of it has failed.
  public boolean isFailing() {
    return failing;
  }

  /// When the batch was read: the time its steps work at.
  public Instant receivedAt() {
    return receivedAt;
  }

  /// Takes note of how long the source has read it, for metrics. A source that says nothing has
  /// read it in no time when it made it.
  public void read(ReadTime time) {
    read = time;
  }

  /// The flow begins with it.
  public void taken() {
    takenNanos = System.nanoTime();
  }

  /// Nanoseconds since the flow began with it.
  public long sinceTaken() {
    return System.nanoTime() - takenNanos;
  }

  /// When the source has read it.
  public ReadTime read() {
    return read;
  }

  /// Tells the source that it may forget the batch.
  public void acknowledge() {
    mark.acknowledged();
    acknowledged = true;
  }

  /// Tells the source that it may forget the batch's first `count` records, and never more of it.
  public void acknowledgeFirst(int count) {
    mark.first(count).acknowledged();
  }

  /// Whether every record of it is where it belongs.
  public boolean isAcknowledged() {
    return acknowledged;
  }
}
