package io.dataflow.api.transformation;

import io.dataflow.api.message.Message;

/// PLACE Select
public record Select() implements Transformation {
  @Override
  public void apply(Message message, Emitter out) {
    out.emit(message);
  }
}
