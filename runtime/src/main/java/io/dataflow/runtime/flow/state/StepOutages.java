package io.dataflow.runtime.flow.state;

import io.dataflow.runtime.connector.StepConnector;
import io.dataflow.runtime.connector.UnavailableException;
import java.time.Duration;

/// A step's outages as the flow's state tells of them.
///
/// @param stage the step's name: `3:geo-lookup`
public record StepOutages(String stage, FlowState state) implements StepConnector.Outages {
  @Override
  public void begin(UnavailableException why) {
    state.unavailable(stage, why);
  }

  @Override
  public void end() {
    state.available(stage);
  }

  @Override
  public boolean waits(Duration pause) throws InterruptedException {
    return !state.awaitEnd(pause);
  }
}
