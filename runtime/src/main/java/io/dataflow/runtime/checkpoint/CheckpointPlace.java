package io.dataflow.runtime.checkpoint;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;

/// Where a checkpoint lies: a file, or a ConfigMap. Used by one thread at a time.
interface CheckpointPlace extends AutoCloseable {
  /// What lies there now; an empty checkpoint where nothing does.
  ///
  /// @throws FlowException when it makes no sense; it is left as it is
  Checkpoint read() throws UnavailableException;

  /// Makes a change of what lies there durable. What it does not speak of stays as it is.
  ///
  /// @throws UnavailableException when it may be possible later
  /// @throws FlowException when it will not
  void write(Change change) throws UnavailableException;

  /// Says what to do about a content that makes no sense.
  ///
  /// @param problem what is wrong with it: `it is not JSON`
  FlowException unusable(String problem);

  @Override
  void close();
}
