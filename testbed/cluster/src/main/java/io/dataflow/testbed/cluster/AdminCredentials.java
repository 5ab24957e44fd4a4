package io.dataflow.testbed.cluster;

import io.dataflow.testbed.server.Folder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.UUID;

/// How the administrator gets into the API server: its address, whom to trust, and a token.
record AdminCredentials(String url, Path caFile, String token) {

  static AdminCredentials fresh(int port, Path caFile) {
    return new AdminCredentials("https://127.0.0.1:" + port, caFile, UUID.randomUUID().toString());
  }

  /// The line that makes the API server know the token.
  String tokenLine() {
    return token + ",admin,admin,system:masters\n";
  }

  /// A client that asks again up to `retries` times when the API server does not answer.
  KubernetesClient client(int retries) {
    var config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(url)
            .withCaCertFile(caFile.toString())
            .withOauthToken(token)
            .withNamespace("default")
            .withRequestRetryBackoffLimit(retries)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  Path writeKubeconfig(Folder folder) {
    folder.write(
        "kubeconfig",
        """
        apiVersion: v1
        kind: Config
        current-context: testbed
        clusters:
        - name: testbed
          cluster: {server: "%s", certificate-authority: "%s"}
        users:
        - name: admin
          user: {token: "%s"}
        contexts:
        - name: testbed
          context: {cluster: testbed, user: admin, namespace: default}
        """
            .formatted(url, caFile, token));
    return folder.file("kubeconfig");
  }
}
