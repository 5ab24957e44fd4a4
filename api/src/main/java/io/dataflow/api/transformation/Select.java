package io.dataflow.api.transformation;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.NotEmpty;
import io.dataflow.api.path.Path;
import java.util.List;

/// Keeps some fields and nothing else, side by side under their last names
/// (`docs/reference/transformation-select.md`). When none of them is there, nothing is left: `{}`,
/// because whoever selects does not want the others to get through.
@Doc(
    "Keeps these fields alone, flat, each under the last name of its path; of equal names the later"
        + " one counts. A record that is not JSON is rejected, not passed on.")
public record Select(
    @Doc(value = "The fields to keep.", example = "[id, $.customer.name]") @NotEmpty
        List<Path> fields)
    implements Transformation {

  @Override
  public boolean hides() {
    return true;
  }

  @Override
  public void apply(Message message, Emitter out) {
    var body = message.json();
    if (body.isPresent() && !(body.get() instanceof JsonScalar)) {
      var selected = JsonObject.empty();
      for (var field : fields) {
        field.pick(body.get(), selected);
      }
      message.replace(selected);
    }
    out.emit(message);
  }
}
