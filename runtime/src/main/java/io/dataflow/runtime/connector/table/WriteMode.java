package io.dataflow.runtime.connector.table;

import io.dataflow.runtime.connector.table.row.RowForm;
import java.util.List;

/// How records are written into a table, as the sink's settings say.
///
/// @param form what of a message becomes a row
/// @param conflictKey the key of the upsert; none without one
/// @param deletes what becomes of deletions, which need a key
public record WriteMode(RowForm form, List<Column> conflictKey, Deletes deletes) {
  /// Inserts; what is there already stays.
  public static WriteMode insert(RowForm form) {
    return new WriteMode(form, List.of(), new Deletes.AsRows());
  }
}
