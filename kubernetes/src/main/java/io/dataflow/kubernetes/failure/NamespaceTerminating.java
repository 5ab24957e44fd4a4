package io.dataflow.kubernetes.failure;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Why the API server makes nothing new in a namespace that is going away. It is nobody's fault,
/// and what is in it goes too.
public final class NamespaceTerminating {
  private static final String REASON = "NamespaceTerminating";

  private NamespaceTerminating() {}

  /// Whether it is why the API server has refused something.
  public static boolean isCauseOf(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(it -> it instanceof KubernetesClientException e && isCauseOf(e));
  }

  private static boolean isCauseOf(KubernetesClientException e) {
    return Optional.ofNullable(e.getStatus()).map(Status::getDetails).stream()
        .map(StatusDetails::getCauses)
        .flatMap(Stream::ofNullable)
        .flatMap(causes -> causes.stream())
        .anyMatch(cause -> REASON.equals(cause.getReason()));
  }
}
