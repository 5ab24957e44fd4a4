package io.dataflow.runtime.postgresql.source;

/// A row as it was read.
///
/// @param json the row as a JSON object
/// @param key the text of the order column; empty when there is none
/// @param tracking the text of the tracking column; empty when the key alone orders the rows
record Row(byte[] json, String key, String tracking) {

  /// Whether the cursor cannot tell the two apart.
  boolean isWhere(Row other) {
    return key.equals(other.key) && tracking.equals(other.tracking);
  }
}
