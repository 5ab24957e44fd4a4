package io.dataflow.runtime.postgresql.table;

import java.util.HashSet;
import java.util.List;

/// The columns of a unique index that `ON CONFLICT` can name.
public record UniqueKey(boolean primary, List<String> columns) {

  /// Whether these are its columns, in any order.
  boolean isOf(List<String> names) {
    return names.size() == columns.size() && new HashSet<>(names).equals(new HashSet<>(columns));
  }
}
