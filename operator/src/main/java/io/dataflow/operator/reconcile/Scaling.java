package io.dataflow.operator.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;
import java.util.stream.Stream;

/// Who decides how many pods a Deployment has: an autoscaler's decision is left as it is.
final class Scaling {
  /// Under which an autoscaler's number is kept on a trimmed copy.
  static final String ANNOTATION = "dataflow.dataflow.io/autoscaled";

  /// The field manager of the HorizontalPodAutoscaler, which also carries out what KEDA wants.
  private static final String AUTOSCALER = "kube-controller-manager";

  private Scaling() {}

  /// How many pods an autoscaler has asked for; empty when none did.
  static Optional<Integer> of(Deployment deployment) {
    return Stream.ofNullable(deployment.getMetadata().getManagedFields())
        .flatMap(entries -> entries.stream())
        .filter(entry -> AUTOSCALER.equals(entry.getManager()))
        .filter(entry -> "scale".equals(entry.getSubresource()))
        .findFirst()
        .flatMap(_ -> Optional.ofNullable(deployment.getSpec().getReplicas()));
  }

  /// The same of a trimmed copy.
  static Optional<Integer> ofTrimmed(HasMetadata deployment) {
    return Trimmed.annotation(deployment, ANNOTATION).map(Integer::valueOf);
  }
}
