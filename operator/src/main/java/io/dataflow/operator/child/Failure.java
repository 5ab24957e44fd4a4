package io.dataflow.operator.child;

import io.dataflow.operator.status.Trouble;
import java.util.Locale;

/// Why a reconcile has failed.
///
/// @param stage one word of a fixed set for what was being done, for the metric
/// @param trouble for the status
/// @param event the event's text
public record Failure(String stage, Trouble trouble, String event) {
  private static final String STATUS = "status";

  /// Of what a reconcile has thrown.
  public static Failure of(Exception thrown) {
    return switch (thrown) {
      case ChildException child ->
          new Failure(child.kind().toLowerCase(Locale.ROOT), child.trouble(), child.event());
      case FlowException flow ->
          new Failure(flow.isOfStatus() ? STATUS : "flow", flow.trouble(), flow.event());
      case Exception other -> unexpected(other);
    };
  }

  private static Failure unexpected(Exception thrown) {
    var message = "Failed to reconcile: " + thrown.getMessage();
    return new Failure("other", Trouble.passing("ReconcileFailed", message), message);
  }

  /// Whether a status can be written all the same, which says so.
  public boolean isForStatus() {
    return !stage.equals(STATUS);
  }
}
