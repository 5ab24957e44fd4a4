package io.dataflow.cluster;

import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.server.Await;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A flow by its name, there or not, as a user handles it and as the API server shows it.
record Flow(ControlPlane plane, String namespace, String name) {
  private static final Duration LIMIT = Duration.ofSeconds(180);
  private static final String API = "dataflow.dataflow.io/v1";

  /// Applies it with this spec.
  Flow apply(String spec) {
    plane.apply(
        """
        apiVersion: dataflow.dataflow.io/v1
        kind: DataFlow
        metadata: {name: %s, namespace: %s}
        spec:
        %s\
        """
            .formatted(name, namespace, spec.indent(2)));
    return this;
  }

  /// Runs kubectl in the namespace and returns what it writes.
  String kubectl(String... words) {
    var command = new ArrayList<>(List.of("-n", namespace));
    command.addAll(List.of(words));
    return plane.kubectl(command.toArray(String[]::new)).orThrow();
  }

  /// Creates a Secret, or changes it.
  void secret(String secret, String key, String value) {
    plane.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: %s, namespace: %s}
        stringData: {%s: "%s"}
        """
            .formatted(secret, namespace, key, value));
  }

  private KubernetesSerialization serialization() {
    return plane.client().getKubernetesSerialization();
  }

  private Resource<GenericKubernetesResource> resource() {
    return plane
        .client()
        .genericKubernetesResources(API, "DataFlow")
        .inNamespace(namespace)
        .withName(name);
  }

  /// The object as it is now; empty when there is none.
  Optional<GenericKubernetesResource> object() {
    return Optional.ofNullable(resource().get());
  }

  /// Begins to delete it.
  void delete() {
    resource().delete();
  }

  /// A field of the status as text, empty where there is none.
  String status(String field) {
    return object().map(flow -> flow.<Object>get("status", field)).map(String::valueOf).orElse("");
  }

  /// A counter of the status.
  long count(String field) {
    var text = status(field);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  /// A condition of the status that speaks of the spec as it is now.
  Optional<Condition> condition(String type) {
    return object().stream()
        .flatMap(
            flow ->
                Stream.ofNullable(flow.<List<Object>>get("status", "conditions"))
                    .flatMap(List::stream)
                    .map(written -> serialization().convertValue(written, Condition.class))
                    .filter(
                        it ->
                            it.getObservedGeneration().equals(flow.getMetadata().getGeneration())))
        .filter(condition -> condition.getType().equals(type))
        .findFirst();
  }

  private boolean has(String type, String value) {
    return condition(type).filter(it -> it.getStatus().equals(value)).isPresent();
  }

  /// Whether it runs as it is written, and nothing is on its way any more.
  boolean isSettled() {
    return has("Ready", "True") && has("Reconciling", "False");
  }

  /// Waits until it is.
  Flow untilSettled() {
    until("the rollout", this::isSettled);
    return this;
  }

  /// Waits until something holds, and says of a flow that does not come to it how it is.
  void until(String what, Await.Condition condition) {
    try {
      Await.until(what + " of " + namespace + "/" + name, LIMIT, condition);
    } catch (RuntimeException late) {
      throw new AssertionError(late.getMessage() + "\n" + circumstances(), late);
    }
  }

  private String circumstances() {
    var status = object().map(flow -> serialization().asYaml(flow.get("status"))).orElse("gone");
    var pods = plane.kubectl("-n", namespace, "describe", "pods").output();
    var label = "dataflow.dataflow.io/name=" + name;
    var logs = plane.kubectl("-n", namespace, "logs", "-l", label, "--tail=20", "--prefix");
    return "its status:\n" + status + "its pods:\n" + pods + "their logs:\n" + logs.output();
  }

  /// Waits until it is gone.
  void untilGone() {
    until("the end", () -> object().isEmpty());
  }

  /// Its processors' pods.
  List<Pod> pods() {
    return plane.client().pods().inNamespace(namespace).withLabels(labels()).list().getItems();
  }

  /// The one pod that is not going away.
  String pod() {
    return pods().stream()
        .map(HasMetadata::getMetadata)
        .filter(data -> data.getDeletionTimestamp() == null)
        .map(data -> data.getName())
        .findFirst()
        .orElseThrow();
  }

  /// Everything that belongs to it, with what controllers have made of that.
  List<String> belongings() {
    var kinds = "deployment,replicaset,pod,configmap,secret,serviceaccount,role,rolebinding";
    return kubectl("get", kinds, "-l", "dataflow.dataflow.io/name=" + name, "-o", "name")
        .lines()
        .toList();
  }

  /// What its pods and its other children are labelled with.
  Map<String, String> labels() {
    return Map.of("dataflow.dataflow.io/name", name, "dataflow.dataflow.io/owned", "true");
  }
}
