package io.dataflow.benchmarks.operator;

import io.dataflow.testbed.cluster.ControlPlane;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What the machine itself takes: the children of many flows, written by a client that knows them
/// beforehand and watches nothing of them, until the cluster's own controllers have the pods ready.
final class Floor {
  private static final String MODEL = "flow-0";

  private final KubernetesClient client;
  private final List<String> children;
  private final Set<String> ready = ConcurrentHashMap.newKeySet();

  private Floor(KubernetesClient client) {
    this.client = client;
    this.children = children();
    client.apps().deployments().inAnyNamespace().inform(new Arrivals<>(this::saw));
  }

  /// How long the children of so many flows take, with those of the first flow as their model.
  static Duration measure(ControlPlane plane, int flows) throws InterruptedException {
    try (var client = plane.newClient()) {
      var floor = new Floor(client);
      long start = System.nanoTime();
      Writers.each(0, flows, floor::create);
      Writers.await(() -> floor.ready.size() >= flows);
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }

  private void saw(Deployment deployment) {
    var name = deployment.getMetadata().getName();
    int replicas = Optional.ofNullable(deployment.getStatus().getReadyReplicas()).orElse(0);
    if (name.startsWith("df-bare-") && replicas > 0) {
      ready.add(name);
    }
  }

  private List<String> children() {
    var model = ManyFlows.namespace(0);
    return Stream.of(
            client.configMaps().inNamespace(model).withName("df-" + MODEL + "-spec").get(),
            client.configMaps().inNamespace(model).withName("df-" + MODEL + "-checkpoint").get(),
            client
                .serviceAccounts()
                .inNamespace(model)
                .withName("df-" + MODEL + "-processor")
                .get(),
            client.rbac().roles().inNamespace(model).withName("df-" + MODEL + "-processor").get(),
            client
                .rbac()
                .roleBindings()
                .inNamespace(model)
                .withName("df-" + MODEL + "-processor")
                .get(),
            client.apps().deployments().inNamespace(model).withName("df-" + MODEL).get())
        .map(Floor::bare)
        .toList();
  }

  /// As somebody writes it who makes it anew.
  private static String bare(HasMetadata child) {
    var metadata = child.getMetadata();
    metadata.setUid(null);
    metadata.setResourceVersion(null);
    metadata.setGeneration(null);
    metadata.setCreationTimestamp(null);
    metadata.setManagedFields(null);
    metadata.setOwnerReferences(null);
    if (child instanceof Deployment deployment) {
      deployment.setStatus(null);
    }
    return Serialization.asJson(child);
  }

  private void create(int number) {
    for (var child : children) {
      var text =
          child
              .replace(MODEL, "bare-" + number)
              .replace(ManyFlows.namespace(0), ManyFlows.namespace(number));
      HasMetadata object = Serialization.unmarshal(text);
      client.resource(object).fieldManager("benchmark").forceConflicts().serverSideApply();
    }
  }
}
