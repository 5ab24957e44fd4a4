package io.dataflow.api.transformation;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.NotEmpty;
import io.dataflow.api.transformation.option.HeaderMapping;
import java.util.List;
import java.util.Map;

/// Puts headers of the message into fields (`docs/reference/transformation-headersToPayload.md`),
/// as texts.
@Doc(
    "Puts headers of the message into fields, as texts; a header that is missing is passed over,"
        + " and a field that is there already is overwritten.")
public record HeadersToPayload(
    @Doc(
            value = "Which header goes into which field.",
            example = "['X-Request-Id:trace.id', 'tenant:tenant']")
        @NotEmpty
        List<HeaderMapping> mappings)
    implements Transformation {

  @Override
  public void apply(Message message, Emitter out) {
    var body = message.json();
    if (body.isPresent()
        && body.get() instanceof JsonObject object
        && message.metadata().get("headers").orElse("") instanceof Map<?, ?> headers) {
      for (var mapping : mappings) {
        if (headers.containsKey(mapping.header())) {
          put(object, mapping, headers.get(mapping.header()));
        }
      }
    }
    out.emit(message);
  }

  private static void put(JsonObject object, HeaderMapping mapping, Object header) {
    // Kafka has headers whose value is null.
    var value = header == null ? JsonScalar.NULL : JsonScalar.of(header.toString());
    if (!mapping.field().put(object, value)) {
      throw new RecordException(
          "`"
              + mapping.field()
              + "` cannot be set: a text, a number or an array stands on its path. Choose another"
              + " field in `mappings`.");
    }
  }
}
