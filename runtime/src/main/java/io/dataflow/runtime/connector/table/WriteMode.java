package io.dataflow.runtime.connector.table;

import io.dataflow.runtime.connector.table.row.RowForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How records are written into a table, as the sink's settings say.
///
/// @param form what of a message becomes a row
/// @param conflictKey the key of the upsert; none without one
/// @param version whose larger value alone updates a row that is there; empty when every one does
/// @param deletes what becomes of deletions, which need a key
public record WriteMode(
    RowForm form, List<Column> conflictKey, Optional<Column> version, Deletes deletes) {
  /// The columns that every record must have a value for.
  List<Column> required() {
    return Stream.concat(conflictKey.stream(), version.stream()).toList();
  }

  /// What such a column is to the upsert.
  String role(Column column) {
    return conflictKey.contains(column) ? "key" : "version";
  }

  /// Inserts; what is there already stays.
  public static WriteMode insert(RowForm form) {
    return new WriteMode(form, List.of(), Optional.empty(), new Deletes.AsRows());
  }
}
