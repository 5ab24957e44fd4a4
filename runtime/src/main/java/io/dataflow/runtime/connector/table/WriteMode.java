package io.dataflow.runtime.connector.table;

import java.util.List;

/// How records are written into a table, as the sink's settings say.
///
/// @param form what of a message becomes a row
/// @param conflictKey the key of the upsert; none without one
public record WriteMode(RowForm form, List<Column> conflictKey) {}
