package io.dataflow.kubernetes.failure;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import java.util.function.Supplier;

/// Something of the resource itself that the API server did not give or take.
public final class ApiServerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final String STATUS = "StatusUpdateFailed";

  private static final String GET = "FailedGet";

  private final transient Blocker blocker;
  private final String event;

  private ApiServerException(Blocker blocker, String event, Throwable cause) {
    super(blocker.message(), cause);
    this.blocker = blocker;
    this.event = event;
  }

  /// The event's text, which is documented.
  public String event() {
    return event;
  }

  /// For the status.
  public Blocker blocker() {
    return blocker;
  }

  /// Whether it is the resource's status that was not taken.
  boolean isOfStatus() {
    return blocker.reason().equals(STATUS);
  }

  /// Writes the resource's status.
  ///
  /// @throws ApiServerException when the API server does not answer or refuses
  public static <T> T statusOrThrow(String kind, Supplier<T> write) {
    return orThrow(STATUS, "Unable to update " + kind + " status", write);
  }

  /// Reads the resource.
  ///
  /// @throws ApiServerException when the API server does not answer or refuses
  public static <T> T getOrThrow(String kind, Supplier<T> read) {
    var what = "Unable to fetch " + kind;
    try {
      return read.get();
    } catch (KubernetesClientException e) {
      throw new ApiServerException(Blocker.temporary(GET, what + ": " + why(e)), what, e);
    }
  }

  /// Does it.
  ///
  /// @param reason of the event when it fails
  /// @param what could not be done then
  /// @throws ApiServerException when the API server does not answer or refuses
  public static <T> T orThrow(String reason, String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (KubernetesClientException e) {
      var message = what + ": " + why(e);
      throw new ApiServerException(Blocker.temporary(reason, message), message, e);
    }
  }

  /// The API server's own words where there are any.
  public static String why(KubernetesClientException e) {
    return Optional.ofNullable(e.getStatus()).map(Status::getMessage).orElseGet(e::getMessage);
  }
}
