package io.dataflow.cli;

import io.dataflow.api.spec.DataFlow;
import java.util.Map;
import java.util.Optional;

/// What a processor is called among those that share its source. Whoever comes with the same name
/// takes its place at once, so no two that are meant to run together may have one name.
final class MemberName {
  private static final String VARIABLE = "GROUP_INSTANCE_ID";
  private static final String ALLOWED = "[A-Za-z0-9._-]{1,249}";

  private MemberName() {}

  /// Of a pod: the pod's own name, so that a container that is started again takes the place of the
  /// one that has crashed, and never that of another pod.
  static Optional<String> ofPod(Map<String, String> environment, String namespace) {
    var named = environment.getOrDefault(VARIABLE, "");
    if (!named.isBlank()) {
      return Optional.of(named.strip()).filter(MemberName::isAllowed);
    }
    var pod = environment.getOrDefault("HOSTNAME", "");
    boolean inCluster = !environment.getOrDefault("KUBERNETES_SERVICE_HOST", "").isEmpty();
    return Optional.of(namespace + "." + pod)
        .filter(name -> inCluster && !pod.isEmpty() && isAllowed(name));
  }

  /// Of a flow that a person runs: the flow's name, unless it is to be run several times at once.
  static Optional<String> ofRun(DataFlow flow) {
    var metadata = flow.metadata();
    return Optional.of("run." + metadata.namespace() + "." + metadata.name())
        .filter(name -> flow.spec().replicas() <= 1 && !metadata.name().isEmpty())
        .filter(MemberName::isAllowed);
  }

  private static boolean isAllowed(String name) {
    return name.matches(ALLOWED);
  }
}
