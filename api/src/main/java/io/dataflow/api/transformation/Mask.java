package io.dataflow.api.transformation;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.TextForm;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.NotEmpty;
import io.dataflow.api.path.FieldPath;
import io.dataflow.api.transformation.option.MaskText;
import java.util.List;

/// Hides the values of fields (`docs/reference/transformation-mask.md`). Whatever the value was, a
/// text takes its place, as long as the value's text form in characters: none for `null`, the JSON
/// for an object.
@Doc(
    "Hides the values of fields; what is missing stays missing. A record that is not JSON is"
        + " rejected, not passed on.")
public record Mask(
    @Doc(value = "The fields to hide.", example = "[card, $.customer.email, 'items.#.note']")
        @NotEmpty
        List<FieldPath> fields,
    @Doc("What stands in the place of a character.") @Default("'*'") MaskText maskChar,
    @Doc("Keep the number of characters; otherwise three stand for any value.") @Default("false")
        boolean keepLength)
    implements Transformation {

  @Override
  public boolean hides() {
    return true;
  }

  @Override
  public void apply(Message message, Emitter out) {
    var body = message.json();
    if (body.isPresent()) {
      for (var field : fields) {
        field.replace(body.get(), this::hidden);
      }
    }
    out.emit(message);
  }

  private Json hidden(Json value) {
    return keepLength ? maskChar.of(TextForm.of(value).characters()) : maskChar.ofFixedLength();
  }
}
