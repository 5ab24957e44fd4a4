package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Batch;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;

/// Ends the flow when a batch comes to the end of its way unacknowledged: nothing behind
/// it is read, so nothing is skipped.
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
    var batch = exchange.getProperty(Arrival.BATCH, Batch.class);
    if (batch == null || !batch.isAcknowledged()) {
      state.fail(cause(exchange));
    }
  }

  private static Exception cause(Exchange exchange) {
    // What the dead letter channel has touched is taken off the exchange, but stays a property.
    var caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    if (exchange.getException() != null) {
      return exchange.getException();
    }
    return caught != null ? caught : new IllegalStateException("a batch was not acknowledged");
  }
}
