package io.dataflow.runtime.connector.polling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The order in which rows are read, and how to go on behind a row: by the time of change and, for
/// rows of the same time, by a key; or by a key alone, when both names are the same.
public record Cursor(CursorColumn tracking, CursorColumn order) {

  /// Whether one column orders the rows.
  public boolean isSingle() {
    return tracking.equals(order);
  }

  /// The columns, in the order in which they count.
  public List<CursorColumn> columns() {
    return isSingle() ? List.of(order) : List.of(tracking, order);
  }

  /// Where this row is.
  public Position place(Row row) {
    return new Position(isSingle() ? Optional.empty() : row.tracking(), row.key());
  }

  /// The values of a position, one for each of the columns that it has a value for. A position that
  /// has only one of the two is one that an older version has stored.
  public List<String> values(Position position) {
    if (isSingle()) {
      return position.key().or(position::time).stream().toList();
    }
    return Stream.of(position.time(), position.key()).flatMap(Optional::stream).toList();
  }

  /// The columns that the values belong to.
  public List<CursorColumn> stated(Position position) {
    if (isSingle()) {
      return values(position).isEmpty() ? List.of() : List.of(order);
    }
    return Stream.of(position.time().map(any -> tracking), position.key().map(any -> order))
        .flatMap(Optional::stream)
        .toList();
  }
}
