package io.dataflow.runtime.flow;

import io.dataflow.api.message.Message;
import java.util.ArrayList;
import java.util.List;

/// The part of a batch that goes to one sink, and how far it has come: what is tried again after an
/// outage is what is still pending, never what is written already.
public final class Delivery {
  private final List<Message> pending;
  private final List<Rejected> rejected = new ArrayList<>();

  /// A delivery of these messages, in this order.
  public Delivery(List<Message> messages) {
    this.pending = new ArrayList<>(messages);
  }

  /// The messages that are neither written nor rejected.
  public List<Message> pending() {
    return pending;
  }

  /// The records that failed by their own fault.
  public List<Rejected> rejected() {
    return rejected;
  }
}
