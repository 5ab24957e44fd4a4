package io.dataflow.benchmarks.operator;

import io.dataflow.testbed.cluster.ControlPlane;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Flows by the hundred, spread over some namespaces.
final class ManyFlows implements AutoCloseable {
  private static final ResourceDefinitionContext DATAFLOWS =
      new ResourceDefinitionContext.Builder()
          .withGroup("dataflow.dataflow.io")
          .withVersion("v1")
          .withKind("DataFlow")
          .withPlural("dataflows")
          .withNamespaced(true)
          .build();
  private static final int NAMESPACES = 10;

  private final KubernetesClient client;
  private final ConcurrentMap<String, Long> deployed = new ConcurrentHashMap<>();
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  ManyFlows(ControlPlane plane) {
    client = plane.newClient();
    for (int i = 0; i < NAMESPACES; i++) {
      client
          .resource(
              new NamespaceBuilder().withNewMetadata().withName(namespace(i)).endMetadata().build())
          .create();
    }
    client
        .apps()
        .deployments()
        .inAnyNamespace()
        .withLabel("dataflow.dataflow.io/owned", "true")
        .inform(new Arrivals<>(this::arrived));
    client.genericKubernetesResources(DATAFLOWS).inAnyNamespace().inform(new Arrivals<>(this::saw));
  }

  private void arrived(Deployment deployment) {
    deployed.putIfAbsent(deployment.getMetadata().getName(), System.nanoTime());
  }

  private void saw(GenericKubernetesResource flow) {
    if (flow.get("status") instanceof Map<?, ?> status && "Running".equals(status.get("phase"))) {
      running.add(flow.getMetadata().getName());
    }
  }

  static String namespace(int number) {
    return "flows-" + number % NAMESPACES;
  }

  /// Makes flows from one number to another, a few at a time.
  void create(int from, int to) throws InterruptedException {
    Writers.each(from, to, this::create);
  }

  /// Makes one flow and waits for its Deployment.
  Duration createAndAwait(int number) {
    long start = System.nanoTime();
    create(number);
    Writers.await(() -> deployed.containsKey("df-flow-" + number));
    return Duration.ofNanos(deployed.get("df-flow-" + number) - start);
  }

  private void create(int number) {
    var flow =
        Serialization.unmarshal(
            """
            apiVersion: dataflow.dataflow.io/v1
            kind: DataFlow
            metadata: {name: flow-%d, namespace: %s}
            spec:
              source:
                type: kafka
                config: {brokers: ["kafka:9092"], topic: topic-%d}
              transformations:
              - {type: filter, config: {condition: "$.status == 'paid'"}}
              - {type: mask, config: {fields: [card]}}
              sink:
                type: postgresql
                config: {connectionString: "postgres://db/shop", table: orders}
            """
                .formatted(number, namespace(number), number),
            GenericKubernetesResource.class);
    client.genericKubernetesResources(DATAFLOWS).resource(flow).create();
  }

  /// Flows that have a Deployment.
  int deployed() {
    return deployed.size();
  }

  /// Flows that have said that they run.
  int running() {
    return running.size();
  }

  @Override
  public void close() {
    client.close();
  }
}
