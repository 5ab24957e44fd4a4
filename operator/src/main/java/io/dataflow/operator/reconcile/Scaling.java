package io.dataflow.operator.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.stream.Stream;

/// Who decides how many pods a Deployment has: an autoscaler's decision is left as it is.
final class Scaling {
  /// Under which the answer is kept on a trimmed copy.
  static final String ANNOTATION = "dataflow.dataflow.io/autoscaled";

  /// The field manager of the HorizontalPodAutoscaler, which also carries out what KEDA wants.
  private static final String AUTOSCALER = "kube-controller-manager";

  private Scaling() {}

  static boolean isAutomatic(HasMetadata deployment) {
    return Stream.ofNullable(deployment.getMetadata().getManagedFields())
        .flatMap(entries -> entries.stream())
        .anyMatch(
            entry ->
                AUTOSCALER.equals(entry.getManager())
                    && "scale".equals(Optional.ofNullable(entry.getSubresource()).orElse("")));
  }

  static boolean isKnownAutomatic(HasMetadata trimmed) {
    return Trimmed.annotation(trimmed, ANNOTATION).filter("true"::equals).isPresent();
  }
}
