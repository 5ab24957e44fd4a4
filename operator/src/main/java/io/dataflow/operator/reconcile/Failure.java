package io.dataflow.operator.reconcile;

import io.dataflow.operator.status.Trouble;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Locale;

/// Why a reconcile has failed.
///
/// @param stage one word of a fixed set for what was being done, for the metric
record Failure(String stage, Trouble trouble) {
  private static final String STATUS = "StatusUpdateFailed";

  private static final String OTHER = "other";

  static Failure of(Exception thrown) {
    return switch (thrown) {
      case ChildException child ->
          new Failure(child.kind().toLowerCase(Locale.ROOT), child.trouble());
      case FlowException flow -> new Failure("flow", flow.trouble());
      // All else that is asked of the API server has one of the types above.
      case KubernetesClientException status -> ofStatus(status);
      case Exception other ->
          new Failure(
              OTHER,
              Trouble.passing("ReconcileFailed", "Failed to reconcile: " + other.getMessage()));
    };
  }

  /// The status that was to be written was not taken.
  static Failure ofStatus(KubernetesClientException thrown) {
    var message = "Unable to update DataFlow status: " + FlowException.why(thrown);
    return new Failure("status", Trouble.passing(STATUS, message));
  }

  /// Whether it is a mistake of the operator itself.
  boolean isUnexpected() {
    return stage.equals(OTHER);
  }

  /// Whether a status can be written all the same, which says so.
  boolean isForStatus() {
    return !trouble.reason().equals(STATUS);
  }
}
