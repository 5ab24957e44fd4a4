package io.dataflow.operator.desired;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;

/// A flow's name and namespace, and what its children are called (`docs/contract.md`).
public record FlowName(String namespace, String name) {
  /// The label that names the flow.
  public static final String NAME_LABEL = "dataflow.dataflow.io/name";

  /// The label of all that the operator owns.
  public static final String OWNED_LABEL = "dataflow.dataflow.io/owned";

  /// The label of processors' pods, and its value.
  public static final String APP_LABEL = "app";

  static final String APP = "dataflow-processor";

  /// Selects the pods of all flows.
  public static final String ALL_PODS = APP_LABEL + "=" + APP + "," + OWNED_LABEL + "=true";

  /// Selects the children of all flows.
  public static final String ALL_CHILDREN = OWNED_LABEL + "=true";

  private static final String CHECKPOINT = "-checkpoint";

  /// The name of a resource.
  public static FlowName of(HasMetadata flow) {
    return new FlowName(flow.getMetadata().getNamespace(), flow.getMetadata().getName());
  }

  /// Whether a ConfigMap of this name holds a position.
  public static boolean isCheckpoint(String configMap) {
    return configMap.endsWith(CHECKPOINT);
  }

  /// Whether an object has the label by which the children of all flows are watched.
  public static boolean isOwned(HasMetadata child) {
    return Optional.ofNullable(child.getMetadata().getLabels())
        .filter(labels -> "true".equals(labels.get(OWNED_LABEL)))
        .isPresent();
  }

  /// The Deployment.
  public String deployment() {
    return "df-" + name;
  }

  /// The ConfigMap with `spec.json`.
  public String spec() {
    return deployment() + "-spec";
  }

  /// The ConfigMap with `checkpoint.json`.
  public String checkpoint() {
    return deployment() + CHECKPOINT;
  }

  /// The Secret with the values that the flow references.
  public String secrets() {
    return deployment() + "-secrets";
  }

  /// ServiceAccount, Role and RoleBinding.
  public String processor() {
    return deployment() + "-processor";
  }

  /// What selects the flow's pods. It never changes: a Deployment's selector cannot.
  public Map<String, String> selector() {
    return Map.of(APP_LABEL, APP, NAME_LABEL, name, OWNED_LABEL, "true");
  }

  /// The same as a text.
  public String selectorText() {
    return APP_LABEL + "=" + APP + "," + NAME_LABEL + "=" + name + "," + OWNED_LABEL + "=true";
  }

  /// The labels of every child.
  public Map<String, String> labels() {
    return Map.of(
        NAME_LABEL,
        name,
        OWNED_LABEL,
        "true",
        "app.kubernetes.io/instance",
        name,
        "app.kubernetes.io/name",
        APP,
        "app.kubernetes.io/managed-by",
        "dataflow-operator");
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
