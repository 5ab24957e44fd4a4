package io.dataflow.runtime.metrics;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.message.Message;
import java.util.List;

/// Sizes of messages at one place between the stages (`dataflow_task_message_size_bytes`). What a
/// step has changed has no size before it is written, and to write every message behind every step
/// would cost more than the step: so one of 64 is measured, and stands for those behind it too.
public final class SizeMeter {
  private static final int EVERY = 64;

  private final List<Histogram> stages;
  private final Bytes scratch = new Bytes(1024);

  /// @param stages what this place is the output and the input of
  SizeMeter(List<Histogram> stages) {
    this.stages = stages;
  }

  /// Takes the messages as they are now. Not for several threads.
  public void measure(List<Message> messages) {
    for (int i = 0; i < messages.size(); i += EVERY) {
      long size = size(messages.get(i));
      int standsFor = Math.min(EVERY, messages.size() - i);
      stages.forEach(stage -> stage.observe(size, standsFor));
    }
  }

  private long size(Message message) {
    if (message.isUnchanged()) {
      return message.original().length;
    }
    scratch.clear();
    message.writeTo(scratch);
    return scratch.size();
  }
}
