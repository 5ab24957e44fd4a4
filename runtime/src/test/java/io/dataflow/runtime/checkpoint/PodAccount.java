package io.dataflow.runtime.checkpoint;

import io.dataflow.runtime.cluster.Cluster;
import io.dataflow.testbed.cluster.CommandResult;
import io.dataflow.testbed.cluster.ControlPlane;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a real API server knows of the pod of the flow `orders`: its ConfigMap, and a service
/// account that may get and patch this one object.
record PodAccount(ControlPlane plane, String namespace, Path token) {
  private static final String CONFIG_MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: df-orders-checkpoint, labels: {app: dataflow-processor}}
      """;
  private static final String ACCOUNT =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: df-orders-processor}
      """;
  private static final String ROLE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: df-orders-processor}
      rules:
        - apiGroups: ['']
          resources: [configmaps]
          resourceNames: [df-orders-checkpoint]
          verbs: [get, patch]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: df-orders-processor}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: df-orders-processor}
      subjects: [{kind: ServiceAccount, name: df-orders-processor}]
      """;

  /// The account alone; what is missing is said by the tests that need it missing.
  static PodAccount in(ControlPlane plane, Path folder) throws IOException {
    var namespace = plane.freshNamespace();
    var account = new PodAccount(plane, namespace, folder.resolve("token"));
    account.apply(ACCOUNT);
    var token = account.kubectl("create", "token", "df-orders-processor").orThrow();
    Files.writeString(account.token, token);
    return account;
  }

  PodAccount withConfigMap() {
    apply(CONFIG_MAP);
    return this;
  }

  PodAccount withRole() {
    apply(ROLE);
    return this;
  }

  CheckpointConfigMap configMap() {
    var cluster = new Cluster(URI.create(plane.url()), token, plane.caFile());
    return new CheckpointConfigMap(cluster, namespace, "df-orders-checkpoint");
  }

  /// What lies under a key.
  String text(String key) {
    var path = "jsonpath={.data." + key.replace(".", "\\.") + "}";
    return kubectl("get", "configmap", "df-orders-checkpoint", "-o", path).orThrow();
  }

  CommandResult kubectl(String... words) {
    var all = new String[words.length + 2];
    all[0] = "-n";
    all[1] = namespace;
    System.arraycopy(words, 0, all, 2, words.length);
    return plane.kubectl(all);
  }

  private void apply(String manifest) {
    plane.kubectlWithInput(manifest, "-n", namespace, "apply", "-f", "-").orThrow();
  }
}
