package io.dataflow.operator.reconcile;

import io.dataflow.operator.status.Trouble;
import java.util.Locale;

/// Why a reconcile has failed.
///
/// @param stage one word of a fixed set for what was being done, for the metric
record Failure(String stage, Trouble trouble) {
  private static final String STATUS = "status";

  static Failure of(Exception thrown) {
    return switch (thrown) {
      case ChildException child ->
          new Failure(child.kind().toLowerCase(Locale.ROOT), child.trouble());
      case FlowException flow -> new Failure(flow.isOfStatus() ? STATUS : "flow", flow.trouble());
      case Exception other ->
          new Failure(
              "other",
              Trouble.passing("ReconcileFailed", "Failed to reconcile: " + other.getMessage()));
    };
  }

  /// Whether a status can be written all the same, which says so.
  boolean isForStatus() {
    return !stage.equals(STATUS);
  }
}
