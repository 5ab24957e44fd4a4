package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.RowChange;

/// Where COPY puts the rows, and what brings them from there into the table.
public sealed interface Target permits StraightTarget, StagedTarget {

  /// The COPY statement for rows of these columns.
  String copy(ColumnSet set);

  /// Whether the row's ordinal number follows its columns.
  boolean isNumbered();

  /// The statement that does what the rows from this ordinal on ask for; empty when COPY has done
  /// it.
  String settle(RowChange change, ColumnSet set, long firstOrdinal);
}
