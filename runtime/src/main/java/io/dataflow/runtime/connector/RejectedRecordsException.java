package io.dataflow.runtime.connector;

import java.util.List;

/// Some records of a batch failed by their own fault; the rest of the batch is written. The flow's
/// dead letter channel takes it, and without an error sink it stops the flow.
public final class RejectedRecordsException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<Rejected> rejected;

  /// At least one rejected record.
  public RejectedRecordsException(List<Rejected> rejected) {
    super(describe(rejected), null, false, false);
    this.rejected = List.copyOf(rejected);
  }

  /// The records, in the order of the batch.
  public List<Rejected> rejected() {
    return rejected;
  }

  private static String describe(List<Rejected> rejected) {
    var first = rejected.getFirst();
    var others = rejected.size() == 1 ? "" : " (and " + (rejected.size() - 1) + " more)";
    return first.stage() + ": " + first.reason() + others;
  }
}
