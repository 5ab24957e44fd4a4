package io.dataflow.api.transformation;

import io.dataflow.api.json.Json;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.NotEmpty;
import io.dataflow.api.model.type.WordType;
import io.dataflow.api.path.FieldPath;
import io.dataflow.api.transformation.option.CastType;
import io.dataflow.api.transformation.option.MisfitException;
import java.util.Map;

/// Gives values other types (`docs/reference/transformation-cast.md`), each only where nothing of
/// it is lost but what the type cannot hold.
@Doc(
    "Gives values other types; what is missing is passed over. A record with a value that cannot"
        + " have its type is rejected.")
public record Cast(
    @Doc(
            value = "The fields, and the type that each shall have.",
            example = "{id: int64, $.price: float64, 'items.#.sku': string}")
        @NotEmpty
        Map<FieldPath, CastType> spec)
    implements Transformation {

  @Override
  public void apply(Message message, Emitter out) {
    var body = message.json();
    if (body.isPresent()) {
      spec.forEach((field, type) -> field.replace(body.get(), it -> cast(field, type, it)));
    }
    out.emit(message);
  }

  private static Json cast(FieldPath field, CastType type, Json value) {
    try {
      return type.of(value);
    } catch (MisfitException e) {
      throw new RecordException(
          "`%s` cannot become `%s`: it is %s. Correct the record, or take the field out of `spec`."
              .formatted(field, WordType.word(type), e.getMessage()));
    }
  }
}
