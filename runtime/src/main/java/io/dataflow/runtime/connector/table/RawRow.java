package io.dataflow.runtime.connector.table;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonText;
import io.dataflow.api.message.Message;
import java.util.List;
import java.util.Optional;

/// The whole body is one column, and what is known of the message is another one. A body that was
/// wrapped before, `{"value": …, "_metadata": {…}}`, is taken apart.
public record RawRow() implements RowForm {
  /// The column of the body.
  public static final String DATA = "data";

  /// The column of the metadata.
  public static final String METADATA = "_metadata";

  private static final String VALUE = "value";
  private static final List<byte[]> NAMES =
      List.of(JsonText.quoted(DATA), JsonText.quoted(METADATA));

  @Override
  public JsonObject row(Message message) {
    var body = RowObject.body(message);
    var wrapped = wrapped(body);
    return wrapped.isPresent()
        ? JsonObject.of(
            NAMES, List.of(wrapped.get().get(VALUE).orElseThrow(), inner(wrapped.get())))
        : JsonObject.of(NAMES, List.of(body, MetadataObject.of(message.metadata())));
  }

  /// The body if it holds a body and its metadata, and nothing else.
  private static Optional<JsonObject> wrapped(Json body) {
    return body instanceof JsonObject object
            && object.size() == 2
            && object.get(VALUE).isPresent()
            && object.get(METADATA).orElse(null) instanceof JsonObject
        ? Optional.of(object)
        : Optional.empty();
  }

  private static Json inner(JsonObject wrapped) {
    return wrapped.get(METADATA).orElseThrow();
  }

  @Override
  public DraftType draftType(String column, Json value) {
    return DraftType.JSON;
  }
}
