package io.dataflow.operator.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Optional;

/// How a flow is (contract 1.3). What is not known yet is left out.
///
/// @param lastProcessedTime RFC 3339
/// @param replicas processors that there are, for the `scale` subresource
/// @param selector the processors' label selector, for the `scale` subresource
/// @param processors what was last heard of each process, so that totals never go backwards
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataFlowStatus(
    String phase,
    String message,
    String lastProcessedTime,
    @JsonProperty("processedCount") long processed,
    @JsonProperty("errorCount") long errors,
    Long observedGeneration,
    Integer replicas,
    String selector,
    String guarantee,
    MaintenanceStatus maintenanceStatus,
    List<Condition> conditions,
    List<ProcessorCount> processors) {

  /// Before anything was seen.
  public static final DataFlowStatus NONE =
      new DataFlowStatus(
          null, null, null, 0, 0, null, null, null, null, null, List.of(), List.of());

  /// Makes lists that are left out empty.
  public DataFlowStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
    processors = processors == null ? List.of() : List.copyOf(processors);
  }

  /// The condition of a type.
  public Optional<Condition> condition(String type) {
    return conditions.stream().filter(condition -> condition.getType().equals(type)).findFirst();
  }
}
