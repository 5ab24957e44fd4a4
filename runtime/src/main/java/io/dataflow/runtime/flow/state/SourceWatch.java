package io.dataflow.runtime.flow.state;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.metrics.SourceMeter;

/// Takes down what a source tells: in the flow's state, and in the source's metrics.
public record SourceWatch(FlowState state, SourceMeter meter) implements SourceEvents {
  @Override
  public void ready() {
    meter.answered();
    state.ready();
  }

  @Override
  public void polled(int records) {
    meter.answered();
    state.polled(records);
  }

  @Override
  public void exhausted() {
    meter.answered();
    state.exhausted();
  }

  @Override
  public void incomplete(String why) {
    meter.answered();
    state.incomplete(why);
  }

  @Override
  public void missed(long records, String why) {
    state.missed(records, why);
  }

  @Override
  public void unavailable(UnavailableException why) {
    meter.failed(state.hasStarted() ? "read" : "connect", why.type().label());
    state.unavailable(why);
  }

  @Override
  public void failed(FlowException why) {
    meter.failed("read", ErrorType.UNKNOWN.label());
    state.failed(why);
  }
}
