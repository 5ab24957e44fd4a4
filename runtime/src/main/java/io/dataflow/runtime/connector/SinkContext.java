package io.dataflow.runtime.connector;

import io.dataflow.api.spec.DataFlowSpec;

/// What a sink needs to know of the flow that it is part of.
///
/// @param flowId what tells the flow from all others in a store that they share: `shop/orders`
/// @param spec the whole flow, for what is said there and not at the sink: `delivery`
/// @param stage the id of the sink's route: `sink:main`, `sink:route-0`, `sink:errors`
public record SinkContext(String flowId, DataFlowSpec spec, String stage) {

  /// Whether the sink stores the source's position with the records: each is in it once.
  public boolean storesPosition() {
    return spec.isEffectivelyOnce() && !stage.equals(Delivery.ERRORS);
  }

  /// Whether the sink writes nothing behind the first record that it rejects, because the flow ends
  /// there. The error sink takes whatever it can.
  public boolean stopsAtRejected() {
    return spec.stopsAtRejected() && !stage.equals(Delivery.ERRORS);
  }
}
