package io.dataflow.runtime.cluster;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The cluster that this process is a pod of: where its API server is, and what the pod shows it.
///
/// @param server `https://10.96.0.1:443`
/// @param token file of the pod's token, which is renewed in its place
/// @param authority file of the certificate authority that the server is trusted by
public record Cluster(URI server, Path token, Path authority) {
  private static final String FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount/";

  /// What the environment of a pod says; empty when this is none, or one without a token.
  public static Optional<Cluster> of(Map<String, String> environment) {
    var host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    var port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
    // The names are those by which other clients find the files where they are not as usual.
    var token = path(environment, "KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN", "token");
    var authority = path(environment, "KUBERNETES_CERTS_CA_FILE", "ca.crt");
    if (host.isEmpty() || !Files.isReadable(token)) {
      return Optional.empty();
    }
    var name = host.contains(":") ? "[" + host + "]" : host;
    return Optional.of(new Cluster(URI.create("https://" + name + ":" + port), token, authority));
  }

  private static Path path(Map<String, String> environment, String variable, String usual) {
    var named = environment.getOrDefault(variable, "");
    return Path.of(named.isEmpty() ? FOLDER + usual : named);
  }
}
