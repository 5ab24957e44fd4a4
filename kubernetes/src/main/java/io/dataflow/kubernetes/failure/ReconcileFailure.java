package io.dataflow.kubernetes.failure;

import java.util.Locale;

/// Why a reconcile has failed.
///
/// @param stage one word of a fixed set for what was being done, for the metric
/// @param blocker for the status
/// @param event the event's text
public record ReconcileFailure(String stage, Blocker blocker, String event) {
  private static final String STATUS = "status";

  /// Of what a reconcile has thrown.
  ///
  /// @param primary the stage of what has to do with the resource itself
  public static ReconcileFailure of(Exception thrown, String primary) {
    return switch (thrown) {
      case ApplyException owned ->
          new ReconcileFailure(
              owned.kind().toLowerCase(Locale.ROOT), owned.blocker(), owned.event());
      case ApiServerException own ->
          new ReconcileFailure(own.isOfStatus() ? STATUS : primary, own.blocker(), own.event());
      case Exception other -> unexpected(other);
    };
  }

  private static ReconcileFailure unexpected(Exception thrown) {
    var message = "Failed to reconcile: " + thrown.getMessage();
    return new ReconcileFailure("other", Blocker.temporary("ReconcileFailed", message), message);
  }

  /// An error as an exception: the framework catches exceptions alone, and would never call again
  /// for a resource whose reconcile has ended with an error.
  public static IllegalStateException ofError(Error error) {
    return new IllegalStateException(error.toString(), error);
  }

  /// Whether a status can be written all the same, which says so.
  public boolean isForStatus() {
    return !stage.equals(STATUS);
  }
}
