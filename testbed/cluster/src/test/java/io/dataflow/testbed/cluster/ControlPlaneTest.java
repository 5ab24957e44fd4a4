package io.dataflow.testbed.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.testbed.server.Await;
import io.dataflow.testbed.server.ServerException;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What the real control plane does by itself, before any kubelet is there.
class ControlPlaneTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final ControlPlane plane = Clusters.shared();
  private final String namespace = plane.freshNamespace();
  private final KubernetesClient client = plane.client();

  @Test
  void appliesTheSameTwiceAndChangesNothing() {
    var settings = configMap("settings", "");
    assertThat(apply(settings)).isEqualTo("configmap/settings created\n");
    assertThat(apply(settings)).isEqualTo("configmap/settings unchanged\n");
  }

  @Test
  void collectsWhatHasLostItsOwner() {
    plane.apply(configMap("owner", ""));
    var uid = find("owner").getMetadata().getUid();
    plane.apply(
        configMap(
            "child",
            "ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: owner, uid: %s}]"
                .formatted(uid)));
    client.configMaps().inNamespace(namespace).withName("owner").delete();
    Await.until("the garbage collector", LIMIT, () -> find("child") == null);
  }

  @Test
  void deletesANamespaceWithAllThatIsInIt() {
    plane.apply(configMap("settings", ""));
    plane.kubectl("delete", "namespace", namespace, "--wait=true").orThrow();
    assertThat(find("settings")).isNull();
  }

  @Test
  void letsNobodyInWithoutARole() {
    var asNobody = plane.kubectl("get", "pods", "-n", namespace, "--as=somebody");
    assertThat(asNobody.succeeded()).isFalse();
    assertThat(asNobody.errors()).contains("Forbidden", "User \"somebody\" cannot list");
    assertThatThrownBy(asNobody::orThrow)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("User \"somebody\" cannot list");
  }

  @Test
  void holdsPodsAgainstTheSecurityProfileOfTheirNamespace() {
    plane.kubectl("label", "ns", namespace, "pod-security.kubernetes.io/enforce=restricted");
    var refused = plane.kubectl("run", "root", "-n", namespace, "--image=any", "--restart=Never");
    assertThat(refused.errors()).contains("violates PodSecurity \"restricted:latest\"");
  }

  @Test
  void talksToHelm() {
    assertThat(plane.helm("list", "--all-namespaces").orThrow()).contains("NAMESPACE");
  }

  private String apply(String manifest) {
    return plane.kubectlWithInput(manifest, "apply", "-f", "-").orThrow();
  }

  private ConfigMap find(String name) {
    return client.configMaps().inNamespace(namespace).withName(name).get();
  }

  private String configMap(String name, String metadata) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      namespace: %s
      name: %s
      %s
    data: {colour: blue}
    """
        .formatted(namespace, name, metadata);
  }
}
