package io.dataflow.api.transformation;

import io.dataflow.api.message.Message;

/// PLACE Remove
public record Remove() implements Transformation {
  @Override
  public void apply(Message message, Emitter out) {
    out.emit(message);
  }
}
