package io.dataflow.operator.workload.pod;

import io.dataflow.operator.workload.ProcessorDefaults;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;

/// What a pod may do: what Kubernetes calls `restricted`.
public final class RestrictedPod {
  /// Any user but root: images name none of their own for certain.
  private static final long USER = 65532;

  private RestrictedPod() {}

  /// Of a pod.
  public static PodSecurityContext pod(ProcessorDefaults defaults) {
    return (defaults.openShift() ? new PodSecurityContextBuilder() : withUser())
        .withRunAsNonRoot(true)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .build();
  }

  private static PodSecurityContextBuilder withUser() {
    return new PodSecurityContextBuilder()
        .withRunAsUser(USER)
        .withRunAsGroup(USER)
        .withFsGroup(USER);
  }

  /// Of a container.
  ///
  /// @param readOnly whether it cannot write into its own image
  public static SecurityContext container(boolean readOnly) {
    return new SecurityContextBuilder()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(readOnly)
        .withRunAsNonRoot(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .build();
  }
}
