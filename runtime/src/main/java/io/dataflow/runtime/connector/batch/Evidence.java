package io.dataflow.runtime.connector.batch;

import io.dataflow.runtime.connector.FlowException;

/// Whether refused records or the set-up is at fault, where a refusal alone does not tell. When
/// every record of a delivery, or the first hundred of it, are refused for one reason and none is
/// written, it is the set-up: a trigger that cannot run, a table that takes no rows. One record
/// alone proves nothing, so it is taken for the culprit.
final class Evidence {
  private static final int ENOUGH = 100;

  private final String stage;
  private boolean acquitted;
  private int suspects;
  private String reason = "";

  Evidence(String stage) {
    this.stage = stage;
  }

  /// So many records are written.
  void written(int records) {
    acquitted |= records > 0;
  }

  /// A record that was tried alone is refused.
  ///
  /// @throws FlowException when it is one too many
  void refused(Refusal refusal) {
    if (!refusal.suspect()) {
      return;
    }
    acquitted |= suspects > 0 && !reason.equals(refusal.reason());
    reason = refusal.reason();
    suspects++;
    if (suspects >= ENOUGH) {
      conclude();
    }
  }

  /// Whether refused records may still turn out not to be at fault.
  boolean isOpen() {
    return suspects > 0 && !acquitted;
  }

  /// Judges by all that was seen.
  ///
  /// @throws FlowException when the set-up is at fault
  void conclude() {
    if (isOpen() && suspects > 1) {
      throw new FlowException(
          ("%s: %d records in a row are refused for one reason and none is written, so it is not"
                  + " the records' fault: %s. Correct the table, its triggers or its rights, and"
                  + " start the flow again; nothing is skipped.")
              .formatted(stage, suspects, reason));
    }
  }
}
