package io.dataflow.api.transformation;

import io.dataflow.api.message.Message;

/// PLACE Mask
public record Mask() implements Transformation {
  @Override
  public void apply(Message message, Emitter out) {
    out.emit(message);
  }
}
