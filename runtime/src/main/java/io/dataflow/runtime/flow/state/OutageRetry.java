package io.dataflow.runtime.flow.state;

import io.dataflow.runtime.connector.Retry;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/// Whether a sink that could not be reached is tried again: after a pause, and not when the flow
/// ends meanwhile. Camel's own delay would hold up a stop until it is over.
public record OutageRetry(FlowState state) implements Predicate {
  private static final String RETRY = "dataflow.retry";

  @Override
  public boolean matches(Exchange exchange) {
    var retry = exchange.getProperty(RETRY, Retry.class);
    if (retry == null) {
      retry = new Retry();
      exchange.setProperty(RETRY, retry);
    }
    try {
      return !state.awaitEnd(retry.next());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
