package io.dataflow.api.spec;

import io.dataflow.api.model.crd.Column;
import io.dataflow.api.model.crd.CustomResource;
import io.dataflow.api.model.crd.ResourceNames;
import io.dataflow.api.spec.status.DataFlowCronStatus;
import java.util.List;
import java.util.Optional;

/// What a `DataFlowCron` is to the API server (`docs/contract.md`).
public final class DataFlowCronDefinition {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("Schedule", "string", ".spec.schedule", "When runs start."),
          Column.of("Suspend", "boolean", ".spec.suspend", "Whether none starts by itself."),
          Column.of("Phase", "string", ".status.phase", "What became of the newest run."),
          Column.of(
              "Last schedule", "date", ".status.lastScheduleTime", "Since the last run began."),
          Column.of(
              "Last success", "date", ".status.lastSuccessfulTime", "Since a run has succeeded."),
          Column.of("Age", "date", ".metadata.creationTimestamp", "Since when it is there."),
          Column.wide("Source", "string", ".spec.source.type", "Where messages come from."),
          Column.wide("Sink", "string", ".spec.sink.type", "Where messages go."),
          Column.wide("Run", "string", ".status.currentRunID", "The newest run."),
          Column.wide("Job", "string", ".status.activeJobName", "The Job at work, or that failed."),
          Column.wide("Message", "string", ".status.message", "What is the matter."));

  private DataFlowCronDefinition() {}

  /// The CustomResourceDefinition.
  public static CustomResource customResource() {
    return new CustomResource(
        DataFlowDefinition.GROUP,
        DataFlowDefinition.VERSION,
        new ResourceNames(
            DataFlowCron.KIND,
            "dataflowcron",
            "dataflowcrons",
            List.of("dfc"),
            // Not `dataflow`: kubectl would take the name of the one kind for both.
            List.of("all")),
        DataFlowCron.class,
        DataFlowCronStatus.class,
        Optional.empty(),
        COLUMNS);
  }
}
