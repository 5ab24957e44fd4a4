package io.dataflow.api.chain;

import io.dataflow.api.message.Message;
import java.util.List;

/// Sees the work on slices as it goes on. Steps are counted from the first one behind the step that
/// has made the messages, from 0.
public interface SliceWatch {
  /// Some messages are about to be worked on. What it throws ends the work.
  default void working() {
    // Not everybody has to know.
  }

  /// A step has worked on some messages.
  default void worked(int step, int in, int out, int rejected, long nanos) {
    // Not everybody counts.
  }

  /// Some messages as they are before a step, or behind the last one.
  default void before(int step, List<Message> messages) {
    // Not everybody looks at them.
  }

  /// Nobody sees it.
  static SliceWatch none() {
    return new SliceWatch() {};
  }
}
