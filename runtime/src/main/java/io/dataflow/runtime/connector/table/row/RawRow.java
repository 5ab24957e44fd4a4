package io.dataflow.runtime.connector.table.row;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonText;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The whole body is one column, and what is known of the message is another one, or a column for
/// each piece of it. A body that was wrapped before, `{"value": …, "_metadata": {…}}`, is taken
/// apart.
///
/// @param prefix of the columns for pieces of metadata; empty for one column of all of it
public record RawRow(Optional<String> prefix) implements RowForm {
  /// The column of the body.
  public static final String DATA = "data";

  /// The column of the metadata.
  public static final String METADATA = "_metadata";

  /// Columns that a table which was created for such rows fills itself.
  private static final Set<String> OWN = Set.of("id", "created_at", "updated_at", "deleted_at");

  private static final String VALUE = "value";
  private static final String TIMESTAMP = "timestamp";
  private static final List<byte[]> NAMES =
      List.of(JsonText.quoted(DATA), JsonText.quoted(METADATA));

  @Override
  public JsonObject row(Message message) {
    var body = RowObject.body(message);
    if (body instanceof JsonObject object
        && object.size() == 2
        && object.get(METADATA).orElse(null) instanceof JsonObject inner
        && object.get(VALUE).isPresent()) {
      return row(object.get(VALUE).get(), inner);
    }
    return row(body, MetadataObject.of(message.metadata()));
  }

  private JsonObject row(Json body, JsonObject metadata) {
    return prefix.isPresent()
        ? flat(body, metadata, prefix.get())
        : JsonObject.of(NAMES, List.of(body, metadata));
  }

  private static JsonObject flat(Json body, JsonObject metadata, String prefix) {
    var names = new ArrayList<byte[]>(metadata.size() + 1);
    var values = new ArrayList<Json>(metadata.size() + 1);
    names.add(NAMES.getFirst());
    values.add(body);
    for (int i = 0; i < metadata.size(); i++) {
      var name = prefix + metadata.shape().name(i);
      if (name.equals(DATA)) {
        throw new RecordException(
            "the metadata `data` would be in the column of the body. Give"
                + " `flattenMetadataColumnsPrefix`, as `meta_`.");
      }
      names.add(JsonText.quoted(name));
      values.add(metadata.value(i));
    }
    return JsonObject.of(names, values);
  }

  /// Metadata comes and goes with what is before the sink, so a piece that the table has no column
  /// for is left out, and so is one that would be in a column which the table fills itself.
  @Override
  public boolean leavesOut(String column, boolean exists) {
    return prefix.isPresent() && (!exists || OWN.contains(column));
  }

  @Override
  public DraftType draftType(String column, Json value) {
    if (prefix.isEmpty() || column.equals(DATA)) {
      return DraftType.JSON;
    }
    if (column.equals(prefix.get() + TIMESTAMP)) {
      return DraftType.MOMENT;
    }
    // A key that looks like a time is one by chance.
    var type = DraftType.of(value);
    return type == DraftType.MOMENT ? DraftType.TEXT : type;
  }
}
