package io.dataflow.api.transformation;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.path.FieldPath;
import io.dataflow.api.transformation.layout.GoLayout;

/// Writes down when a message was worked on (`docs/reference/transformation-timestamp.md`), in UTC.
/// All messages of a batch get the same time.
@Doc("Puts the time of processing, in UTC, into a field.")
public record Timestamp(
    @Doc("The field; one that is there already is overwritten.") @Default("created_at")
        FieldPath fieldName,
    @Doc(
            "`RFC3339`, `RFC3339Nano`, `Unix` (seconds, as text) or a layout as Go writes it, such"
                + " as `2006-01-02 15:04:05`.")
        @Default("RFC3339")
        GoLayout format)
    implements Transformation {

  @Override
  public void apply(Message message, Emitter out) {
    var body = message.json();
    if (body.isPresent()
        && body.get() instanceof JsonObject object
        && !fieldName.put(object, format.json(out.now()))) {
      throw new RecordException(
          "`"
              + fieldName
              + "` cannot be set: a text, a number or an array stands on its path. Choose another"
              + " `fieldName`.");
    }
    out.emit(message);
  }
}
