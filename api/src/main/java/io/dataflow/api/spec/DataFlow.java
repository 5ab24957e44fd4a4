package io.dataflow.api.spec;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Ignored;
import io.dataflow.api.model.Only;

/// A whole manifest.
@Doc("A data pipeline: source, transformations, sink, error sink.")
@Ignored("status")
public record DataFlow(
    @Doc("Group and version.") @Only(DataFlow.API_VERSION) String apiVersion,
    @Doc("Kind of the object.") @Only(DataFlow.KIND) String kind,
    @Doc("Name and namespace.") ObjectMetadata metadata,
    @Doc("What the flow does.") DataFlowSpec spec) {

  /// The only `apiVersion`.
  public static final String API_VERSION = "dataflow.dataflow.io/v1";

  /// The only `kind`.
  public static final String KIND = "DataFlow";

  /// A flow of a spec alone, which has no name.
  public static DataFlow of(DataFlowSpec spec) {
    return new DataFlow(API_VERSION, KIND, new ObjectMetadata("", "default"), spec);
  }

  /// The same flow under another name.
  public DataFlow named(String namespace, String name) {
    return new DataFlow(apiVersion, kind, new ObjectMetadata(name, namespace), spec);
  }
}
