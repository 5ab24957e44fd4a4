package io.dataflow.runtime.connector.batch;

import java.util.OptionalInt;

/// Some record of a part is refused, and nothing of the part is written.
public final class PartRefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Refusal refusal;
  private final transient OptionalInt culprit;
  private final boolean certain;
  private final transient OptionalInt fitting;

  /// @param culprit which message of the part it is, from 0, when the server has told
  /// @param certain whether the culprit is beyond doubt, so that it need not be tried alone
  public PartRefusedException(Refusal refusal, OptionalInt culprit, boolean certain) {
    this(refusal, culprit, certain, OptionalInt.empty());
  }

  private PartRefusedException(
      Refusal refusal, OptionalInt culprit, boolean certain, OptionalInt fitting) {
    super(refusal.reason(), null, false, false);
    this.refusal = refusal;
    this.culprit = culprit;
    this.certain = certain;
    this.fitting = fitting;
  }

  /// The part is more than can be written at once, and no record of it is at fault.
  ///
  /// @param fitting how many of its messages, from the first, are not too many
  public static PartRefusedException tooLarge(int fitting) {
    var refusal = Refusal.invalid("the part is too large");
    return new PartRefusedException(refusal, OptionalInt.empty(), false, OptionalInt.of(fitting));
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

  /// How many of the messages can be written at once, when the part is too large.
  OptionalInt fitting() {
    return fitting;
  }
}
