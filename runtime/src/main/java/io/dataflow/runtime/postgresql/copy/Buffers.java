package io.dataflow.runtime.postgresql.copy;

import io.dataflow.api.json.Bytes;

/// The buffers that rows are written in, kept from batch to batch.
final class Buffers {
  private static final int USUAL = 128 * 1024;
  private static final int KEPT_MAX = 1024 * 1024;

  private Bytes rows = new Bytes(USUAL);
  private Bytes value = new Bytes(USUAL);

  /// For the rows that are to be sent next.
  Bytes rows() {
    return rows;
  }

  /// For the JSON of one value.
  Bytes value() {
    return value;
  }

  /// Empties both, and lets go of the room that only some huge value has needed.
  void reset() {
    rows = emptied(rows);
    value = emptied(value);
  }

  private static Bytes emptied(Bytes bytes) {
    if (bytes.array().length > KEPT_MAX) {
      return new Bytes(USUAL);
    }
    bytes.clear();
    return bytes;
  }
}
