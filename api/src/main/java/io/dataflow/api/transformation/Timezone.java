package io.dataflow.api.transformation;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.TextForm;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.NotEmpty;
import io.dataflow.api.path.FieldPath;
import io.dataflow.api.transformation.option.MisfitException;
import io.dataflow.api.transformation.option.MomentFormat;
import io.dataflow.api.transformation.option.MomentText;
import java.time.ZoneId;
import java.util.List;

/// Writes points in time as the clocks of a zone show them
/// (`docs/reference/transformation-timezone.md`).
@Doc(
    "Writes points in time as the clocks of a time zone show them. What can be read is"
        + " `2026-06-01T00:30:00Z`, with any offset or none, and the time since 1970, in"
        + " milliseconds from 1000000000000 on and else in seconds; what is missing or `null` is"
        + " passed over. A record with a value that is no time is rejected.")
public record Timezone(
    @Doc(value = "The zone to write: its IANA name or an offset.", example = "Europe/Berlin")
        ZoneId timezone,
    @Doc(value = "The fields to write anew.", example = "[created_at, 'events.#.time']") @NotEmpty
        List<FieldPath> fields,
    @Doc("The zone of times without an offset.") @Default("UTC") ZoneId sourceTimezone,
    @Doc(
            "How to write them: `RFC3339Nano` with as many digits of a second as there are,"
                + " `RFC3339` in whole seconds, `UnixMilli` as a number of milliseconds.")
        @Default("RFC3339Nano")
        MomentFormat format)
    implements Transformation {

  @Override
  public void apply(Message message, Emitter out) {
    var body = message.json();
    if (body.isPresent()) {
      for (var field : fields) {
        field.replace(body.get(), value -> moved(field, value));
      }
    }
    out.emit(message);
  }

  private Json moved(FieldPath field, Json value) {
    try {
      return MomentText.read(value, sourceTimezone, timezone)
          .<Json>map(time -> unlessSame(value, format.json(time)))
          .orElse(value);
    } catch (MisfitException e) {
      throw new RecordException(
          "`%s` is %s. Correct the record, or take the field out of `fields`."
              .formatted(field, e.getMessage()));
    }
  }

  private static Json unlessSame(Json value, JsonScalar moved) {
    return value instanceof JsonScalar before
            && before.kind() == moved.kind()
            && TextForm.of(before).sameAs(TextForm.of(moved))
        ? value
        : moved;
  }
}
