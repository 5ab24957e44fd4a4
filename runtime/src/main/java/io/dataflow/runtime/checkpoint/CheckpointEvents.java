package io.dataflow.runtime.checkpoint;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;

/// What a store tells about writes that nobody waits for. Called from any thread.
public interface CheckpointEvents {
  /// Everything up to the newest position of a moment ago is durable.
  void saved();

  /// The newest position is not durable yet; the store tries again by itself.
  void unsaved(UnavailableException why);

  /// Positions cannot be kept any more, and trying again will not help.
  void failed(FlowException why);

  /// Events that nobody listens to.
  static CheckpointEvents none() {
    return new CheckpointEvents() {
      @Override
      public void saved() {
        // Nobody listens.
      }

      @Override
      public void unsaved(UnavailableException why) {
        // Nobody listens.
      }

      @Override
      public void failed(FlowException why) {
        // Nobody listens.
      }
    };
  }
}
