package io.dataflow.api.chain;

import io.dataflow.api.message.Message;

/// Gets the records that a step could not transform.
@FunctionalInterface
public interface Rejections {
  /// Takes one of them.
  ///
  /// @param message its body may be half changed: what goes to the error sink is its
  ///     [Message#original]
  /// @param stage the step: `2:mask`
  /// @param reason what is wrong with the record, without its values
  void reject(Message message, String stage, String reason);
}
