package io.dataflow.runtime.connector.polling;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.util.Optional;
import java.util.stream.Stream;

/// A position in the form in which sinks store it with their rows: its values, and what they are
/// values of. In the order of other columns, or of another table, they would say something else.
///
/// @param table as in the manifest; empty for a query
public record StoredForm(Optional<String> table, Cursor cursor) {
  private static final String TABLE = "table";
  private static final String TRACKING = "changeTrackingColumn";
  private static final String ORDER = "orderByColumn";

  /// The position as it is stored.
  public JsonObject json(Position position) {
    var json = JsonObject.empty();
    table.ifPresent(name -> json.put(TABLE, JsonScalar.of(name)));
    json.put(TRACKING, JsonScalar.of(cursor.tracking().name()));
    json.put(ORDER, JsonScalar.of(cursor.order().name()));
    position.put(json, cursor);
    return json;
  }

  /// Whether a stored position is one in this order. A query may take a table's place, and a table
  /// a query's.
  public boolean fits(JsonObject stored) {
    return text(stored, TRACKING).equals(cursor.tracking().name())
        && text(stored, ORDER).equals(cursor.order().name())
        && (table.isEmpty() || Stream.of("", table.get()).anyMatch(text(stored, TABLE)::equals));
  }

  /// What a stored position is of, for people: `orders (updated_at, id)`.
  public static String origin(JsonObject stored) {
    var columns = "`%s` and `%s`".formatted(text(stored, TRACKING), text(stored, ORDER));
    var table = text(stored, TABLE);
    return table.isEmpty() ? columns : columns + " of `" + table + "`";
  }

  private static String text(JsonObject stored, String name) {
    return stored.get(name).map(value -> value.text()).orElse("");
  }

  /// The position as it is after it was stored: with the texts that it is stored with.
  Position canonical(Position position) {
    return Position.of(position.json(cursor));
  }
}
