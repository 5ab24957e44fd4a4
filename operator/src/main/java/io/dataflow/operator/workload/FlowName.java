package io.dataflow.operator.workload;

import io.dataflow.api.spec.FlowKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A flow's name and namespace, and what it owns is called (`docs/contract.md`).
public record FlowName(String namespace, String name) {
  /// The label that names the flow.
  public static final String NAME_LABEL = "dataflow.dataflow.io/name";

  /// The label of all that the operator owns.
  public static final String OWNED_LABEL = "dataflow.dataflow.io/owned";

  /// The label of processors' pods, and its value.
  public static final String APP_LABEL = "app";

  /// That value.
  public static final String APP = "dataflow-processor";

  /// Selects the pods of all flows.
  public static final String ALL_PODS = APP_LABEL + "=" + APP + "," + OWNED_LABEL + "=true";

  /// Selects what all flows own.
  public static final String ALL_OWNED = OWNED_LABEL + "=true";

  /// The name of a resource.
  public static FlowName of(HasMetadata flow) {
    return new FlowName(flow.getMetadata().getNamespace(), flow.getMetadata().getName());
  }

  /// Whether an object has the label by which all that flows own is watched.
  public static boolean isOwned(HasMetadata owned) {
    return Optional.ofNullable(owned.getMetadata().getLabels())
        .filter(labels -> "true".equals(labels.get(OWNED_LABEL)))
        .isPresent();
  }

  /// The Deployment.
  public String deployment() {
    return workload().runner();
  }

  /// What its resources are called.
  public ResourceNames workload() {
    var ofPods = new TreeMap<>(labels());
    ofPods.putAll(selector());
    return new ResourceNames(namespace, name, FlowKind.DATA_FLOW.prefix(), labels(), ofPods);
  }

  /// What selects the flow's pods. It never changes: a Deployment's selector cannot.
  public Map<String, String> selector() {
    return Map.of(APP_LABEL, APP, NAME_LABEL, name, OWNED_LABEL, "true");
  }

  /// The same as a text.
  public String selectorText() {
    return APP_LABEL + "=" + APP + "," + NAME_LABEL + "=" + name + "," + OWNED_LABEL + "=true";
  }

  /// The labels of every owned resource.
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
