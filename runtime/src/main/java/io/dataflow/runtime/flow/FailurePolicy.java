package io.dataflow.runtime.flow;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;

/// Ends the flow when a batch has failed for good: nothing behind it is read, so nothing is skipped.
final class FailurePolicy extends RoutePolicySupport {
  private final FlowState state;

  FailurePolicy(FlowState state) {
    this.state = state;
  }

  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    state.working();
  }

  @Override
  public void onExchangeDone(Route route, Exchange exchange) {
    if (exchange.getException() != null) {
      state.fail(exchange.getException());
    }
  }
}
