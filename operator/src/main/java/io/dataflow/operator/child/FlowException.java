package io.dataflow.operator.child;

import io.dataflow.operator.status.Trouble;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import java.util.function.Supplier;

/// Something of the flow itself that the API server did not give or take.
public final class FlowException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final String STATUS = "StatusUpdateFailed";

  private static final String GET = "FailedGet";

  private final transient Trouble trouble;
  private final String event;

  private FlowException(Trouble trouble, String event, Throwable cause) {
    super(trouble.message(), cause);
    this.trouble = trouble;
    this.event = event;
  }

  /// The event's text, which is documented.
  public String event() {
    return event;
  }

  /// For the status.
  public Trouble trouble() {
    return trouble;
  }

  /// Whether it is the flow's status that was not taken.
  boolean isOfStatus() {
    return trouble.reason().equals(STATUS);
  }

  /// Writes the flow's status.
  ///
  /// @throws FlowException when the API server does not answer or refuses
  public static <T> T statusOrThrow(String kind, Supplier<T> write) {
    return orThrow(STATUS, "Unable to update " + kind + " status", write);
  }

  /// Reads the flow.
  ///
  /// @throws FlowException when the API server does not answer or refuses
  public static <T> T getOrThrow(String kind, Supplier<T> read) {
    var what = "Unable to fetch " + kind;
    try {
      return read.get();
    } catch (KubernetesClientException e) {
      throw new FlowException(Trouble.passing(GET, what + ": " + why(e)), what, e);
    }
  }

  /// Does it.
  ///
  /// @param reason of the event when it fails
  /// @param what could not be done then
  /// @throws FlowException when the API server does not answer or refuses
  public static <T> T orThrow(String reason, String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (KubernetesClientException e) {
      var message = what + ": " + why(e);
      throw new FlowException(Trouble.passing(reason, message), message, e);
    }
  }

  /// The API server's own words where there are any.
  public static String why(KubernetesClientException e) {
    return Optional.ofNullable(e.getStatus()).map(Status::getMessage).orElseGet(e::getMessage);
  }
}
