package io.dataflow.runtime.postgresql.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The order in which rows are read, and how to go on behind a row: by the time of change and, for
/// rows of the same time, by a key; or by a key alone, when both names are the same.
record Cursor(Column tracking, Column order) {

  /// Whether one column orders the rows.
  boolean isSingle() {
    return tracking.equals(order);
  }

  /// The columns, in the order in which they count.
  List<Column> columns() {
    return isSingle() ? List.of(order) : List.of(tracking, order);
  }

  /// Where this row is.
  Position place(Row row) {
    return new Position(
        isSingle() ? Optional.empty() : Optional.of(row.tracking()), Optional.of(row.key()));
  }

  /// The condition for rows behind the position; empty for a position at the start. A position that
  /// has only one of the two is one that an older version has stored.
  Optional<String> behind(Position position) {
    var columns = stated(position);
    return switch (columns.size()) {
      case 0 -> Optional.empty();
      case 1 ->
          Optional.of(columns.getFirst().reference() + " > " + columns.getFirst().parameter());
      default ->
          Optional.of(
              "(%s, %s) > (%s, %s)"
                  .formatted(
                      tracking.reference(),
                      order.reference(),
                      tracking.parameter(),
                      order.parameter()));
    };
  }

  /// The values for the parameters of [#behind].
  List<String> values(Position position) {
    if (isSingle()) {
      return position.key().or(position::time).stream().toList();
    }
    return Stream.of(position.time(), position.key()).flatMap(Optional::stream).toList();
  }

  /// The columns that the values belong to.
  List<Column> stated(Position position) {
    if (isSingle()) {
      return values(position).isEmpty() ? List.of() : List.of(order);
    }
    return Stream.of(position.time().map(any -> tracking), position.key().map(any -> order))
        .flatMap(Optional::stream)
        .toList();
  }
}
