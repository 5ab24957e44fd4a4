package io.dataflow.runtime.flow;

import io.dataflow.api.message.Message;
import java.util.List;

/// What one read of a source brought: the unit that travels the flow as one Camel exchange. Its
/// source's position may pass it once it is acknowledged, and not before.
public final class Batch {
  private final Runnable acknowledgement;
  private List<Message> messages;

  /// @param acknowledgement called once, on the flow's thread, when every record of the batch is
  ///     written, dropped by a filter, or in the error sink
  public Batch(List<Message> messages, Runnable acknowledgement) {
    this.messages = messages;
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

  /// Tells the source that it may forget the batch.
  public void acknowledge() {
    acknowledgement.run();
  }
}
