package io.dataflow.api.transformation;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import io.dataflow.api.transformation.option.TopLevelName;

/// Puts the whole message into a field (`docs/reference/transformation-hoistField.md`), whatever
/// its JSON is. `extractField` takes it out again.
@Doc("Puts the whole message, whatever its JSON is, into a field of a new object.")
public record HoistField(
    @Doc(value = "The name of the field, without a dot.", example = "record") TopLevelName field)
    implements Transformation {

  @Override
  public void apply(Message message, Emitter out) {
    message
        .json()
        .ifPresent(
            body -> {
              var hoisted = JsonObject.empty();
              hoisted.append(field.quoted(), body);
              message.replace(hoisted);
            });
    out.emit(message);
  }
}
