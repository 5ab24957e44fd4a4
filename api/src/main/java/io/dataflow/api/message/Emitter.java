package io.dataflow.api.message;

import java.time.Instant;

/// Where a transformation's messages go, and the time it works at.
public interface Emitter {
  /// Passes a message on to the next step.
  void emit(Message message);

  /// The time of the batch: the same for all of its messages.
  Instant now();
}
