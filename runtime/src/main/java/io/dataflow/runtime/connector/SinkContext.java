package io.dataflow.runtime.connector;

import io.dataflow.api.spec.DataFlowSpec;

/// What a sink needs to know of the flow that it is part of.
///
/// @param flow the flow's name; empty for a flow without one
/// @param spec the whole flow, for what is said there and not at the sink: `delivery`
/// @param stage the id of the sink's route: `sink:main`, `sink:route-0`, `sink:errors`
public record SinkContext(String flow, DataFlowSpec spec, String stage) {
  private static final String ERROR_SINK = "sink:errors";

  /// Whether nothing may be written behind a record that this sink refuses, because nobody takes
  /// it: the flow has no error sink, or this is it. Then the flow ends right before the record.
  public boolean stopsAtCulprit() {
    return spec.errors().isEmpty() || stage.equals(ERROR_SINK);
  }
}
