package io.dataflow.api.transformation;

import io.dataflow.api.message.Message;

/// PLACE Timestamp
public record Timestamp() implements Transformation {
  @Override
  public void apply(Message message, Emitter out) {
    out.emit(message);
  }
}
