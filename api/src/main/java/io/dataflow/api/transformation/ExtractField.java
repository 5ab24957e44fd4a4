package io.dataflow.api.transformation;

import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import io.dataflow.api.path.Path;

/// Makes one value the whole message (`docs/reference/transformation-extractField.md`). What is
/// not there cannot take the message's place, so such a message passes unchanged.
@Doc(
    "Puts one value in the place of the whole message, whatever it is; a message without it passes"
        + " unchanged.")
public record ExtractField(@Doc(value = "The value.", example = "payload.after") Path field)
    implements Transformation {

  @Override
  public void apply(Message message, Emitter out) {
    message.json().flatMap(field::get).ifPresent(message::replace);
    out.emit(message);
  }
}
