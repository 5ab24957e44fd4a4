package io.dataflow.api.spec;

import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;

/// A manifest's `metadata`, as far as a processor needs it.
@Doc("Kubernetes' object metadata.")
public record ObjectMetadata(
    @Doc(value = "The flow's name.", example = "orders") String name,
    @Doc("The flow's namespace.") @Default("default") String namespace) {}
