package io.dataflow.api.transformation;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import io.dataflow.api.json.TextForm;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.path.Path;
import io.dataflow.api.transformation.option.RowOperation;
import io.dataflow.api.transformation.option.SnapshotOperation;
import java.util.List;
import java.util.Optional;

/// Takes the row out of Debezium's envelope (`docs/reference/transformation-debeziumUnwrap.md`),
/// and puts what has happened to it into the metadata `operation`.
@Doc(
    "Takes the row out of a change event of Debezium: what is after the change, or before it when"
        + " the row was deleted. The metadata `operation` says `insert`, `update` or `delete`. What"
        + " is no such event passes unchanged.")
public record DebeziumUnwrap(
    @Doc("Make a delete of an empty message, with the row's key; otherwise it is dropped.")
        @Default("false")
        boolean inferDeleteFromTombstone,
    @Doc("Put each field of `payload.source` into the metadata, as `source_<field>`.")
        @Default("false")
        boolean includeSourceInMetadata,
    @Doc("What `operation` says of rows that were there before changes were read.")
        @Default("insert")
        SnapshotOperation snapshotOperation,
    @Doc("Add the fields `__op` (`c`, `u`, `d`, `r`) and `__deleted` (`\"true\"`, `\"false\"`).")
        @Default("false")
        boolean addOperationFields,
    @Doc(
            value = "Fields of `payload.source` to add to the row, as `source_<field>`.",
            example = "[lsn, table]")
        @Default("[]")
        List<String> addSourceFields)
    implements Transformation {
  private static final Path OPERATION = Path.parse("payload.op");
  private static final Path BEFORE = Path.parse("payload.before");
  private static final Path AFTER = Path.parse("payload.after");
  private static final Path SOURCE = Path.parse("payload.source");

  @Override
  public void apply(Message message, Emitter out) {
    var body = message.json();
    if (body.isPresent()) {
      operation(body.get()).ifPresent(it -> unwrap(message, body.get(), it));
    } else if (message.original().length == 0) {
      if (!inferDeleteFromTombstone) {
        return;
      }
      describe(message, key(message), RowOperation.DELETE);
    }
    out.emit(message);
  }

  private static Optional<RowOperation> operation(Json event) {
    return OPERATION
        .get(event)
        .filter(it -> it instanceof JsonScalar letter && letter.kind() == ScalarKind.STRING)
        .flatMap(it -> RowOperation.of(it.text()));
  }

  private void unwrap(Message message, Json event, RowOperation operation) {
    var path = operation == RowOperation.DELETE ? BEFORE : AFTER;
    if (!(path.get(event).orElse(JsonScalar.NULL) instanceof JsonObject row)) {
      throw new RecordException(
          "`%s` has no row in it. Let the database log whole rows, in PostgreSQL by `REPLICA"
                  .formatted(path)
              + " IDENTITY FULL`, or keep such events away by `when`.");
    }
    if (SOURCE.get(event).orElse(JsonScalar.NULL) instanceof JsonObject source) {
      for (var name : addSourceFields) {
        source.get(name).ifPresent(it -> row.put("source_" + name, it.copy()));
      }
      if (includeSourceInMetadata) {
        for (int i = 0; i < source.size(); i++) {
          note(message, "source_" + source.shape().name(i), source.value(i));
        }
      }
    }
    describe(message, row, operation);
  }

  private void describe(Message message, JsonObject row, RowOperation operation) {
    if (addOperationFields) {
      row.put("__op", JsonScalar.of(operation.letter()));
      row.put("__deleted", JsonScalar.of(String.valueOf(operation == RowOperation.DELETE)));
    }
    message.note("operation", operation.word(snapshotOperation));
    message.replace(row);
  }

  /// Metadata has texts and whole numbers, and nothing for `null`.
  private static void note(Message message, String name, Json value) {
    if (!(value instanceof JsonScalar scalar)) {
      message.note(name, value.text());
    } else if (scalar.kind() != ScalarKind.NULL) {
      message.note(name, noted(scalar));
    }
  }

  private static Object noted(JsonScalar scalar) {
    try {
      boolean number = scalar.kind() == ScalarKind.NUMBER;
      return number ? (Object) TextForm.of(scalar).toLong() : scalar.text();
    } catch (ArithmeticException _) {
      return scalar.text();
    }
  }

  private static JsonObject key(Message message) {
    return message
        .metadata()
        .key()
        .flatMap(DebeziumUnwrap::columns)
        .orElseThrow(
            () ->
                new RecordException(
                    "the message is empty and its key is no JSON object, so nobody knows which row"
                        + " is gone. Let the key be JSON, or leave `inferDeleteFromTombstone`"
                        + " out."));
  }

  /// The columns of a row's key, without Kafka Connect's schema of it.
  private static Optional<JsonObject> columns(byte[] key) {
    try {
      if (!(Json.parse(key) instanceof JsonObject columns)) {
        return Optional.empty();
      }
      boolean connect =
          columns.get("schema").isPresent()
              && columns.get("payload").orElse(JsonScalar.NULL) instanceof JsonObject;
      return Optional.of(connect ? (JsonObject) columns.get("payload").orElseThrow() : columns);
    } catch (JsonException _) {
      return Optional.empty();
    }
  }
}
