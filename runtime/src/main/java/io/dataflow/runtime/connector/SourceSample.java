package io.dataflow.runtime.connector;

import io.dataflow.api.message.Message;
import java.util.List;

/// The newest records of a source, to be looked at. Nothing remembers the look: no position moves,
/// no consumer group is joined, nothing is created and nothing is written.
@FunctionalInterface
public interface SourceSample {
  /// The newest records, the oldest of them first; fewer when the source holds fewer.
  ///
  /// @param count how many, at most; at least 1
  /// @throws FlowException when the source cannot be read, and trying again will not help
  /// @throws UnavailableException when it may be possible later
  List<Message> newest(int count) throws UnavailableException;
}
