package io.dataflow.runtime.postgresql;

import java.sql.SQLException;
import java.util.OptionalInt;

/// PostgreSQL has refused a part of a batch, and nothing of the part is written.
final class PartFailedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final SQLException reason;
  private final transient OptionalInt culprit;

  /// @param culprit which message of the part it was, from 0, when the server has told
  PartFailedException(SQLException reason, OptionalInt culprit) {
    super(reason.getMessage(), reason, false, false);
    this.reason = reason;
    this.culprit = culprit;
  }

  SQLException reason() {
    return reason;
  }

  OptionalInt culprit() {
    return culprit;
  }

  /// Whether the culprit is beyond doubt: COPY itself has refused the line, and no trigger's code
  /// in between, whose texts could look like COPY's.
  boolean isCertain() {
    return culprit.isPresent() && ServerError.where(reason).startsWith("COPY ");
  }
}
