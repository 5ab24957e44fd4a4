package io.dataflow.operator.cron.run;

import io.dataflow.api.spec.FlowKind;
import io.dataflow.operator.workload.FlowName;
import io.dataflow.operator.workload.ResourceNames;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.TreeMap;

/// The name and namespace of a flow on a schedule, and what it owns is called
/// (`docs/contract.md`).
public record CronName(String namespace, String name) {
  /// The label that names it.
  public static final String CRON_LABEL = "dataflow.dataflow.io/dataflow-cron";

  /// The label with the id of a run.
  public static final String RUN_LABEL = "dataflow.dataflow.io/run-id";

  /// The label that tells the Job of a trigger from that of the processor.
  public static final String TRIGGER_LABEL = "dataflow.dataflow.io/trigger-index";

  /// The value of [#TRIGGER_LABEL] at a processor. The documented `-1` is none that a label may
  /// have: it stands in the annotation of the same name.
  public static final String PROCESSOR = "processor";

  private static final String GENERATED_LABEL = "dataflow.dataflow.io/generated-by";

  public static CronName of(HasMetadata cron) {
    return new CronName(cron.getMetadata().getNamespace(), cron.getMetadata().getName());
  }

  public ResourceNames workload() {
    return new ResourceNames(
        namespace, name, FlowKind.DATA_FLOW_CRON.prefix(), labels(), step(PROCESSOR));
  }

  /// Of every owned resource. A pod is none of a flow's, and so none that is watched for flows.
  public Map<String, String> labels() {
    var labels = new TreeMap<>(common());
    labels.put(FlowName.OWNED_LABEL, "true");
    return labels;
  }

  private Map<String, String> common() {
    return Map.of(
        CRON_LABEL,
        name,
        "app.kubernetes.io/instance",
        name,
        "app.kubernetes.io/name",
        FlowName.APP,
        "app.kubernetes.io/managed-by",
        "dataflow-operator");
  }

  /// Of the Jobs and pods of a run's step.
  ///
  /// @param index of a trigger, or [#PROCESSOR]
  public Map<String, String> step(String index) {
    var labels = new TreeMap<>(common());
    labels.put(TRIGGER_LABEL, index);
    labels.put(GENERATED_LABEL, "dataflowcron-controller");
    if (index.equals(PROCESSOR)) {
      labels.put(FlowName.APP_LABEL, FlowName.APP);
    }
    return labels;
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
