package io.dataflow.cli.resilience;

import io.dataflow.testbed.cluster.Clusters;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/// What a cluster gives the pod of the flow `numbers`: a ConfigMap for its position on a real API
/// server, and the environment and token with which the pod gets there.
record ClusterPod(String namespace, Path token) {
  private static final Pattern POSITION = Pattern.compile("\"lastReadOrderByValue\":(\\d+)");
  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: df-numbers-checkpoint}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: df-numbers-processor}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: df-numbers-processor}
      rules:
        - apiGroups: ['']
          resources: [configmaps]
          resourceNames: [df-numbers-checkpoint]
          verbs: [get, patch]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: df-numbers-processor}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: df-numbers-processor}
      subjects: [{kind: ServiceAccount, name: df-numbers-processor}]
      """;

  static ClusterPod in(Path folder) throws IOException {
    var namespace = Clusters.freshNamespace();
    var plane = Clusters.shared();
    plane.kubectlWithInput(OBJECTS, "-n", namespace, "apply", "-f", "-").orThrow();
    var token = plane.kubectl("-n", namespace, "create", "token", "df-numbers-processor");
    return new ClusterPod(namespace, Files.writeString(folder.resolve("token"), token.orThrow()));
  }

  /// One life of the pod.
  ///
  /// @param more of its environment
  ProcessorProcess start(Path manifest, Map<String, String> more) {
    var server = URI.create(Clusters.shared().url());
    var environment =
        Map.of(
            "KUBERNETES_SERVICE_HOST", server.getHost(),
            "KUBERNETES_SERVICE_PORT", Integer.toString(server.getPort()),
            "KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN", token.toString(),
            "KUBERNETES_CERTS_CA_FILE", Clusters.shared().caFile().toString(),
            "CHECKPOINT_RESET", more.getOrDefault("CHECKPOINT_RESET", ""));
    return ProcessorProcess.pod(
        manifest, environment, "--namespace", namespace, "--name", "numbers");
  }

  /// The saved position; -1 when there is none.
  long position() {
    var text =
        Clusters.shared()
            .kubectl("-n", namespace, "get", "configmap", "df-numbers-checkpoint", "-o", "json")
            .orThrow()
            .replace("\\", "");
    var found = POSITION.matcher(text);
    return found.find() ? Long.parseLong(found.group(1)) : -1;
  }
}
