package io.dataflow.runtime.postgresql.table;

import java.util.Optional;

/// What stands behind a table's name.
public enum RelationKind {
  /// An ordinary or partitioned table.
  TABLE,
  /// A table of another server.
  FOREIGN_TABLE,
  /// A view through which PostgreSQL itself can insert.
  VIEW,
  /// A view whose triggers do the inserting.
  TRIGGERED_VIEW;

  /// By the letter in the catalog; empty when nothing can be inserted into such a thing.
  static Optional<RelationKind> of(String letter, boolean insteadOfInsert) {
    return switch (letter) {
      case "r", "p" -> Optional.of(TABLE);
      case "f" -> Optional.of(FOREIGN_TABLE);
      case "v" -> Optional.of(insteadOfInsert ? TRIGGERED_VIEW : VIEW);
      default -> Optional.empty();
    };
  }

  /// Whether it is a view.
  public boolean isView() {
    return this == VIEW || this == TRIGGERED_VIEW;
  }
}
