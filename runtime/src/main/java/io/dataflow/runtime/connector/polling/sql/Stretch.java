package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.runtime.connector.polling.Position;
import java.util.Optional;

/// What a poll reads.
///
/// @param behind the position behind which it begins
/// @param upTo the position with which it ends; empty for no end
/// @param horizon a value of the tracking column that all rows are below; empty for none
public record Stretch(Position behind, Optional<Position> upTo, Optional<String> horizon) {

  /// All that is behind a position.
  public static Stretch behind(Position position) {
    return new Stretch(position, Optional.empty(), Optional.empty());
  }
}
