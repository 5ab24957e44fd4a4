package io.dataflow.runtime.connector;

import io.dataflow.api.spec.DataFlowSpec;

/// What a sink needs to know of the flow that it is part of.
///
/// @param flow the flow's name; empty for a flow without one
/// @param spec the whole flow, for what is said there and not at the sink: `delivery`
/// @param stage the id of the sink's route: `sink:main`, `sink:route-0`, `sink:errors`
public record SinkContext(String flow, DataFlowSpec spec, String stage) {

  /// Whether the sink writes nothing behind the first record that it rejects, because the flow ends
  /// there. The error sink takes whatever it can.
  public boolean stopsAtRejected() {
    return spec.stopsAtRejected() && !stage.equals(Delivery.ERRORS);
  }
}
