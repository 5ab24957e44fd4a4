package io.dataflow.api.spec;

import io.dataflow.api.model.crd.Column;
import io.dataflow.api.model.crd.CustomResource;
import io.dataflow.api.model.crd.ResourceNames;
import io.dataflow.api.model.crd.ScalePaths;
import io.dataflow.api.spec.status.DataFlowStatus;
import java.util.List;
import java.util.Optional;

/// What a `DataFlow` is to the API server (`docs/contract.md`), and to those who ask it for one.
public final class DataFlowDefinition {
  /// The API group.
  public static final String GROUP = "dataflow.dataflow.io";

  /// The only version.
  public static final String VERSION = "v1";

  /// The word in the API's paths.
  public static final String PLURAL = "dataflows";

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("Phase", "string", ".status.phase", "What the flow does just now."),
          Column.of("Source", "string", ".spec.source.type", "Where messages come from."),
          Column.of("Sink", "string", ".spec.sink.type", "Where messages go."),
          Column.of("Processed", "integer", ".status.processedCount", "Messages handled."),
          Column.of("Errors", "integer", ".status.errorCount", "Messages rejected."),
          Column.of("Age", "date", ".metadata.creationTimestamp", "Since when there is the flow."),
          Column.wide("Message", "string", ".status.message", "What keeps it from running."),
          Column.wide(
              "Last processed", "date", ".status.lastProcessedTime", "Since the last message."),
          Column.wide("Replicas", "integer", ".status.replicas", "Processors that there are."),
          Column.wide(
              "Guarantee", "string", ".status.guarantee", "How often a message may arrive."));

  private DataFlowDefinition() {}

  /// The CustomResourceDefinition.
  public static CustomResource customResource() {
    return new CustomResource(
        GROUP,
        VERSION,
        new ResourceNames(
            DataFlow.KIND, "dataflow", PLURAL, List.of("df"), List.of("all", "dataflow")),
        DataFlow.class,
        DataFlowStatus.class,
        Optional.of(new ScalePaths(".spec.replicas", ".status.replicas", ".status.selector")),
        COLUMNS);
  }
}
