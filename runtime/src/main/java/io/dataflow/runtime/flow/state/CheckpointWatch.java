package io.dataflow.runtime.flow.state;

import io.dataflow.runtime.checkpoint.CheckpointEvents;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.metrics.FlowMeters;

/// Shows what becomes of saved positions: a position that cannot be saved for a while is a concern
/// and counts as an error, and does not hold up the flow.
public record CheckpointWatch(FlowState state, FlowMeters meters) implements CheckpointEvents {
  @Override
  public void saved() {
    state.unconcerned();
  }

  @Override
  public void unsaved(UnavailableException why) {
    meters.connectorError("checkpoint", "checkpoint", "write", why.type().label()).increment();
    state.concerned("the position is not saved: " + why.getMessage());
  }

  @Override
  public void failed(FlowException why) {
    state.fail(why);
  }
}
