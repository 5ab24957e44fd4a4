package io.dataflow.runtime.flow;

import io.dataflow.api.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What one read of a source brought: the unit that travels the flow as one Camel exchange. Its
/// source's position may pass it once it is acknowledged, and not before.
public final class Batch {
  private final Runnable acknowledgement;
  private final Instant receivedAt = Instant.now();
  private final long receivedNanos = System.nanoTime();
  private final List<Rejected> rejected = new ArrayList<>();
  private final int received;
  private List<Message> messages;
  private boolean deadLettered;
  private boolean acknowledged;

  /// @param acknowledgement called once, on the flow's thread, when every record of the batch is
  ///     written, dropped by a filter, or in the error sink
  public Batch(List<Message> messages, Runnable acknowledgement) {
    this.messages = messages;
    this.received = messages.size();
    this.acknowledgement = acknowledgement;
  }

  /// The messages, in the order of the source.
  public List<Message> messages() {
    return messages;
  }

  /// Puts what a step has made of the messages in their place.
  public void messages(List<Message> messages) {
    this.messages = messages;
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

  void deadLettered() {
    deadLettered = true;
  }

  /// Whether any of its records went to the error sink.
  boolean isDeadLettered() {
    return deadLettered;
  }

  /// When the batch was read: the time its steps work at.
  public Instant receivedAt() {
    return receivedAt;
  }

  /// Nanoseconds since the batch was read.
  public long age() {
    return System.nanoTime() - receivedNanos;
  }

  /// Tells the source that it may forget the batch.
  public void acknowledge() {
    acknowledgement.run();
    acknowledged = true;
  }

  /// Whether every record of it is where it belongs.
  boolean isAcknowledged() {
    return acknowledged;
  }
}
