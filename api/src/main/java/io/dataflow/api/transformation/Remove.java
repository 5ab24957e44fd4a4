package io.dataflow.api.transformation;

import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.NotEmpty;
import io.dataflow.api.path.FieldPath;
import java.util.List;

/// Takes fields out (`docs/reference/transformation-remove.md`). A path that ends in an array takes
/// out the element, and those behind it move up before the next path is looked at.
@Doc(
    "Takes fields out; what is missing is passed over. A record that is not JSON is rejected, not"
        + " passed on.")
public record Remove(
    @Doc(value = "The fields to take out.", example = "[password, $.customer.email]") @NotEmpty
        List<FieldPath> fields)
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
        field.remove(body.get());
      }
    }
    out.emit(message);
  }
}
