package io.dataflow.runtime.connector.table.row;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.batch.Refusal;

/// The object that a message's body must be to become a row.
public final class RowObject {
  private RowObject() {}

  /// The body, whatever JSON it is.
  ///
  /// @throws RecordException when it is none
  static Json body(Message message) {
    return message
        .json()
        .orElseThrow(
            () ->
                new RecordException(
                    message.isTombstone()
                        ? "the message is a tombstone: it has no body, but a row needs one"
                        : message.problem()));
  }

  /// The object.
  ///
  /// @throws RecordException with what the body is instead
  public static JsonObject of(Message message) {
    return switch (body(message)) {
      case JsonObject object -> object;
      case JsonArray _ ->
          throw new RecordException("the body is a JSON array, but a row needs an object");
      case JsonScalar scalar ->
          throw new RecordException(
              "the body is a JSON "
                  + scalar.kind().name().toLowerCase(java.util.Locale.ROOT)
                  + ", but a row needs an object");
    };
  }

  /// Why a message is no row of any table, where none has become one.
  public static Refusal noRow(Message message) {
    try {
      of(message);
    } catch (RecordException e) {
      return Refusal.invalid(e.getMessage());
    }
    return Refusal.invalid("the body is an empty object, but a row needs at least one field");
  }
}
