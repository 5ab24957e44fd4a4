package io.dataflow.runtime.connector.batch;

import java.util.OptionalInt;

/// Some record of a part is refused, and nothing of the part is written.
public final class PartRefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Refusal refusal;
  private final transient OptionalInt culprit;
  private final boolean certain;

  /// @param culprit which message of the part it is, from 0, when the server has told
  /// @param certain whether the culprit is beyond doubt, so that it need not be tried alone
  public PartRefusedException(Refusal refusal, OptionalInt culprit, boolean certain) {
    super(refusal.reason(), null, false, false);
    this.refusal = refusal;
    this.culprit = culprit;
    this.certain = certain;
  }

  /// Why.
  public Refusal refusal() {
    return refusal;
  }

  /// Which message of the part it is, when that is known.
  public OptionalInt culprit() {
    return culprit;
  }

  /// Whether the culprit is beyond doubt.
  public boolean isCertain() {
    return certain;
  }
}
