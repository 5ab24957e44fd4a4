package io.dataflow.api.transformation;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.NotEmpty;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.path.FieldPath;
import io.dataflow.api.transformation.option.InsertedValue;
import java.util.Map;

/// Puts fixed values, metadata and the time into fields
/// (`docs/reference/transformation-insertField.md`), in the order of the manifest.
@Doc(
    "Puts values into fields: `${metadata.<key>}` is what the source knows, as text, empty when it"
        + " knows nothing; `${now}` the time of processing in UTC; `json:` and JSON that value;"
        + " anything else is text. What is there already is overwritten.")
public record InsertField(
    @Doc(
            value = "The fields, each with its value.",
            example = "{source.topic: '${metadata.topic}', seen_at: '${now}', paid: 'json:false'}")
        @NotEmpty
        Map<FieldPath, InsertedValue> fields)
    implements Transformation {

  @Rule(
      path = "fields",
      message =
          "a value with `${` in it stands there as text, because it is neither `${now}` nor"
              + " `${metadata.<key>}` alone. Write one of these where that is not meant.",
      warning = true)
  boolean isFilledIn() {
    return fields.values().stream().noneMatch(InsertedValue::looksFilledIn);
  }

  @Override
  public void apply(Message message, Emitter out) {
    var body = message.json();
    if (body.isPresent() && body.get() instanceof JsonObject object) {
      fields.forEach(
          (field, value) -> {
            if (!field.put(object, value.of(message, out.now()))) {
              throw new RecordException(
                  "`"
                      + field
                      + "` cannot be set: a text, a number or an array stands on its path. Choose"
                      + " another place in `fields`.");
            }
          });
    }
    out.emit(message);
  }
}
