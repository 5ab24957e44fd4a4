package io.dataflow.api.chain;

import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;

/// What a step does with a message. It is the transformation's own work, or what somebody else does
/// in its place.
@FunctionalInterface
public interface StepWork {
  /// Works on one message.
  ///
  /// @throws RecordException when this message cannot be worked on, and the others can
  void apply(Message message, Emitter out);
}
