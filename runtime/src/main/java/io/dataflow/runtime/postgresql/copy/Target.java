package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.table.ColumnSet;

/// Where COPY puts the rows, and what brings them from there into the table.
public sealed interface Target permits StraightTarget, StagedTarget {

  /// The COPY statement for rows of these columns.
  String copy(ColumnSet set);

  /// Whether the row's ordinal number follows its columns.
  boolean isNumbered();

  /// The statement that takes the rows from this ordinal on into the table; empty when COPY has
  /// put them there.
  String settle(ColumnSet set, long firstOrdinal);
}
