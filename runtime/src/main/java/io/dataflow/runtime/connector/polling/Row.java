package io.dataflow.runtime.connector.polling;

import java.util.Optional;

/// A row as it was read.
///
/// @param json the row as a JSON object
/// @param key the text of the order column; empty when there is none
/// @param tracking the text of the tracking column; empty when the key alone orders the rows
public record Row(byte[] json, Optional<String> key, Optional<String> tracking) {

  /// Whether the cursor cannot tell the two apart.
  public boolean isWhere(Row other) {
    return key.equals(other.key) && tracking.equals(other.tracking);
  }
}
