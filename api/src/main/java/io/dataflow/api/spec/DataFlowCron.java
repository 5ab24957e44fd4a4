package io.dataflow.api.spec;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Ignored;
import io.dataflow.api.model.Only;

/// A whole manifest of a flow on a schedule.
@Doc("A data pipeline that runs on a schedule, each time until its source is exhausted.")
@Ignored("status")
public record DataFlowCron(
    @Doc("Group and version.") @Only(DataFlow.API_VERSION) String apiVersion,
    @Doc("Kind of the object.") @Only(DataFlowCron.KIND) String kind,
    @Doc("Name and namespace.") CronMetadata metadata,
    @Doc("What it does, and when.") DataFlowCronSpec spec) {

  /// The only `kind`.
  public static final String KIND = "DataFlowCron";

  /// What each run does, as a flow of the same name.
  public DataFlow flow() {
    return DataFlow.of(spec.flow()).named(metadata.namespace(), metadata.name());
  }
}
