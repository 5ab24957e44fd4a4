package io.dataflow.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {
  @TempDir private Path folder;

  @Test
  void isWhatTheEnvironmentOfAPodSays() throws IOException {
    var cluster = Cluster.of(pod("10.96.0.1")).orElseThrow();
    assertThat(cluster.server()).hasToString("https://10.96.0.1:6443");
    assertThat(cluster.token()).isEqualTo(folder.resolve("token"));
    assertThat(cluster.authority()).isEqualTo(folder.resolve("ca.crt"));
    assertThat(Cluster.of(pod("fd00::1")).orElseThrow().server())
        .hasToString("https://[fd00::1]:6443");
  }

  @Test
  void isNoneWithoutAnAddressOrAToken() throws IOException {
    assertThat(Cluster.of(Map.of())).isEmpty();
    var environment = pod("10.96.0.1");
    Files.delete(folder.resolve("token"));
    assertThat(Cluster.of(environment)).isEmpty();
  }

  private Map<String, String> pod(String host) throws IOException {
    Files.writeString(folder.resolve("token"), "t");
    var environment = new HashMap<String, String>();
    environment.put("KUBERNETES_SERVICE_HOST", host);
    environment.put("KUBERNETES_SERVICE_PORT", "6443");
    environment.put("KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN", folder.resolve("token").toString());
    environment.put("KUBERNETES_CERTS_CA_FILE", folder.resolve("ca.crt").toString());
    return environment;
  }
}
