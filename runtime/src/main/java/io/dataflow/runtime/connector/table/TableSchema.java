package io.dataflow.runtime.connector.table;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A table as the server described it at one moment, as far as rows for it are laid out by that.
public interface TableSchema {
  /// Its name, as the server has it.
  TableName name();

  /// All of its columns, in its order.
  List<Column> columns();

  /// The column of this name.
  Optional<Column> column(String name);

  /// The columns that tell its rows apart; none when it has no such key.
  List<Column> key();

  /// Whether a row without the column gets null there, so that null may be written in its place.
  boolean leavesNull(Column column);

  /// Whether an upsert replaces the row as a whole: what a record has no field for does not stay.
  default boolean replacesWholeRows() {
    return false;
  }

  /// Whether columns of these names can be added.
  boolean takesColumns(Collection<String> names);

  /// Whether another description says the same.
  boolean isLike(TableSchema other);
}
