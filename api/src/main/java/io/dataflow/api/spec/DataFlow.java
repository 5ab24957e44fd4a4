package io.dataflow.api.spec;

import io.dataflow.api.model.Doc;

/// A whole manifest.
@Doc("A data pipeline: source, transformations, sink, error sink.")
public record DataFlow(
    @Doc(value = "Always `dataflow.dataflow.io/v1`.", example = "dataflow.dataflow.io/v1") String apiVersion,
    @Doc(value = "Always `DataFlow`.", example = "DataFlow") String kind,
    @Doc("Name and namespace.") ObjectMetadata metadata,
    @Doc("What the flow does.") DataFlowSpec spec) {}
