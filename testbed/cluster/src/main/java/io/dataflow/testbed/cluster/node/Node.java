package io.dataflow.testbed.cluster.node;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A machine that pods seem to run on, with an object in the API server that says it is ready.
public record Node(String name, String address, int kubeletPort) {
  private static final Map<String, Quantity> CAPACITY =
      Map.of(
          "cpu", new Quantity("64"),
          "memory", new Quantity("256Gi"),
          "ephemeral-storage", new Quantity("1Ti"),
          "pods", new Quantity("10000"));

  static BigDecimal capacity(String resource) {
    return Optional.ofNullable(CAPACITY.get(resource))
        .map(Quantity::getNumericalAmount)
        .orElse(BigDecimal.ZERO);
  }

  Map<String, String> labels() {
    return Map.of(
        "kubernetes.io/hostname",
        name,
        "kubernetes.io/os",
        "linux",
        "kubernetes.io/arch",
        System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64");
  }

  /// Makes its object in the API server.
  public void register(KubernetesClient client) {
    var now = Instant.now().toString();
    var node =
        new NodeBuilder()
            .withNewMetadata()
            .withName(name)
            .withLabels(labels())
            .endMetadata()
            .withNewStatus()
            .withCapacity(CAPACITY)
            .withAllocatable(CAPACITY)
            .addNewAddress(address, "InternalIP")
            .addNewAddress(name, "Hostname")
            .addNewCondition()
            .withType("Ready")
            .withStatus("True")
            .withReason("KubeletReady")
            .withMessage("this is a FakeKubelet")
            .withLastHeartbeatTime(now)
            .withLastTransitionTime(now)
            .endCondition()
            .withNewDaemonEndpoints()
            .withNewKubeletEndpoint(kubeletPort)
            .endDaemonEndpoints()
            .withNewNodeInfo()
            .withKubeletVersion("v0.0.0-fake")
            .withOperatingSystem("linux")
            .withArchitecture(labels().get("kubernetes.io/arch"))
            .withBootID("fake")
            .withMachineID("fake")
            .withSystemUUID("fake")
            .withKernelVersion(System.getProperty("os.version"))
            .withOsImage("fake")
            .withContainerRuntimeVersion("process://1")
            .withKubeProxyVersion("v0.0.0-fake")
            .endNodeInfo()
            .endStatus()
            .build();
    client.nodes().resource(node).create();
    client.nodes().resource(node).patchStatus();
  }

  /// Removes its object from the API server.
  public void leave(KubernetesClient client) {
    client.nodes().withName(name).delete();
  }

  /// Whether a pod that wants these labels may run here.
  boolean suits(Optional<Map<String, String>> selector) {
    return labels().entrySet().containsAll(selector.orElse(Map.of()).entrySet());
  }

  /// The node for a pod, in turns.
  public static Optional<Node> next(
      List<Node> nodes, Optional<Map<String, String>> selector, int turn) {
    var fitting = nodes.stream().filter(node -> node.suits(selector)).toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(fitting.get(Math.floorMod(turn, fitting.size())));
  }
}
