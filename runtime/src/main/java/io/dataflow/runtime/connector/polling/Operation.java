package io.dataflow.runtime.connector.polling;

import java.util.Locale;

/// The metadata `operation`. A cursor sees that a row is there or has changed, not which: until
/// the source has been read to its end for the first time every row is new to the flow, an
/// `insert`; after that, and after a restart from a checkpoint, a row may have been there before,
/// an `update`.
public enum Operation {
  /// New to the flow.
  INSERT,
  /// New or changed.
  UPDATE;

  /// The value of the metadata `operation`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
