package io.dataflow.runtime.connector.polling;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.SourceEvents;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What one poll reads, and for whom.
///
/// @param form how a position in the order of the rows is stored; empty when each poll reads all of
///     them
/// @param id the column of the metadata `id`
/// @param around what the table lies in, for the metadata of rows
/// @param table as in the manifest; empty for a query without one
/// @param watch ends the poll when the flow does not take a batch for long
/// @param stopping whether the flow wants no further batch
public record Reading(
    Optional<StoredForm> form,
    Optional<CursorColumn> id,
    ChunkLimit limit,
    Map<String, String> around,
    Optional<String> table,
    Progress progress,
    SourceEvents events,
    HandoverWatch watch,
    BooleanSupplier stopping) {

  /// The row as the flow gets it.
  public Message message(Row row) {
    // Without a cursor nothing is known of earlier polls: every row is taken for new.
    return message(
        row, id, around, table, form.isPresent() ? progress.operation() : Operation.INSERT);
  }

  /// A row as a flow gets it.
  ///
  /// @param id the column of the metadata `id`
  /// @param around what the table lies in
  /// @param table as in the manifest; empty for a query without one
  public static Message message(
      Row row,
      Optional<CursorColumn> id,
      Map<String, String> around,
      Optional<String> table,
      Operation operation) {
    boolean number = id.filter(CursorColumn::isNumber).isPresent();
    return new Message(row.json(), new RowMetadata(around, table, operation, row.key(), number));
  }
}
