package io.dataflow.runtime.postgresql.source;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.SourceEvents;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What one poll reads, and for whom.
///
/// @param table as in the manifest; empty for a query without one
/// @param stopping whether the flow wants no further batch
record Reading(
    Select select,
    ChunkLimit limit,
    Optional<String> table,
    Progress progress,
    SourceEvents events,
    BooleanSupplier stopping) {

  /// The row as the flow gets it.
  Message message(Row row) {
    boolean number = select.id().filter(Column::isNumber).isPresent();
    // Without a cursor nothing is known of earlier polls: every row is taken for new.
    var operation = select.cursor().isPresent() ? progress.operation() : Operation.INSERT;
    var metadata = new RowMetadata(table, operation, row.key(), number);
    return new Message(row.json(), metadata);
  }
}
