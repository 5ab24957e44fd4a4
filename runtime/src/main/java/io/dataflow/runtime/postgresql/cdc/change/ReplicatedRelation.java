package io.dataflow.runtime.postgresql.cdc.change;

import io.dataflow.api.json.Bytes;
import java.util.List;

/// A table as its changes have it; an altered table is another one.
///
/// @param name for people, and the metadata `table`: `public.orders`
/// @param full whether the whole row is told of what is gone or was before
/// @param id the place of the column of the metadata `id`; -1 when there is none
public record ReplicatedRelation(
    String schema, String table, String name, boolean full, List<RelationColumn> columns, int id) {
  /// Where a value should be that the server has not sent, as Debezium writes it.
  static final String UNAVAILABLE = "\"__debezium_unavailable_value\"";

  /// Appends a row as a JSON object.
  ///
  /// @param row its values
  /// @param fallback where values are taken from that the row has not: of the row before
  /// @param keyOnly whether nothing but the key is known of it
  /// @param gap what stands for a value that is nowhere; empty leaves the field out
  void write(Tuple row, Tuple fallback, boolean keyOnly, String gap, Bytes out) {
    char next = '{';
    for (int i = 0; i < columns.size() && i < row.size(); i++) {
      var column = columns.get(i);
      // Of a row that is told by its key alone, the others are no nulls but unknown.
      boolean known = i < fallback.size() && (full || column.key());
      var from = row.isUnchanged(i) && known ? fallback : row;
      boolean missing = from.isUnchanged(i);
      if (column.wanted() && (!keyOnly || column.key()) && (!missing || !gap.isEmpty())) {
        out.put(next);
        out.put(column.opening());
        if (missing) {
          out.put(gap);
        } else {
          from.write(i, column.form(), out);
        }
        next = ',';
      }
    }
    if (next == '{') {
      out.put('{');
    }
    out.put('}');
  }

  /// Whether an update has changed the row's key, as far as it can be seen.
  boolean movesKey(Tuple before, Tuple after) {
    for (int i = 0; i < columns.size() && i < before.size() && i < after.size(); i++) {
      // Of a row that is told whole every column counts as a key.
      boolean key = full ? i == id : columns.get(i).key();
      if (key && !after.isUnchanged(i) && !before.isSame(i, after)) {
        return true;
      }
    }
    return false;
  }
}
