package io.dataflow.kubernetes.cache;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Objects;

/// Which changes of a watched object are a reason to reconcile its owner. A Deployment and its pods
/// change a dozen times while they start, and few of these changes say anything.
final class UpdateFilters {
  private UpdateFilters() {}

  /// Whether the object has changed in a way that may change its owner's status or what that owns.
  static boolean of(HasMetadata now, HasMetadata before) {
    boolean going =
        !Objects.equals(
            now.getMetadata().getDeletionTimestamp(), before.getMetadata().getDeletionTimestamp());
    return going
        || switch (now) {
          case Pod pod -> !Objects.equals(pod.getStatus(), ((Pod) before).getStatus());
          case Job job ->
              isOther(now, before) || !Objects.equals(job.getStatus(), ((Job) before).getStatus());
          case Deployment deployment -> of(deployment, (Deployment) before);
          default -> isOther(now, before);
        };
  }

  private static boolean of(Deployment now, Deployment before) {
    return isOther(now, before) || !RolloutStatus.of(now, 0).equals(RolloutStatus.of(before, 0));
  }

  private static boolean isOther(HasMetadata now, HasMetadata before) {
    return !now.getMetadata().getAnnotations().equals(before.getMetadata().getAnnotations())
        || !Objects.equals(now.getMetadata().getUid(), before.getMetadata().getUid());
  }
}
