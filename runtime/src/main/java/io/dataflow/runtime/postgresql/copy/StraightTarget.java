package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.RowChange;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;

/// COPY into the table itself: the fastest there is, as long as no row is there already.
public record StraightTarget(PostgresqlTable table) implements Target {

  @Override
  public String copy(ColumnSet set) {
    return "COPY " + table.name().quoted() + " (" + set.names() + ") FROM STDIN";
  }

  @Override
  public boolean isNumbered() {
    return false;
  }

  @Override
  public String settle(RowChange change, ColumnSet set, long firstOrdinal) {
    return "";
  }
}
