package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.RejectedRecordsException;
import java.util.Comparator;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.util.ObjectHelper;

/// Ends the flow when a batch comes to the end of its way unacknowledged: nothing behind it is
/// read, so nothing is skipped. When a record is to blame, everything before it is acknowledged
/// first, so that a restart begins at that record and writes nothing twice.
final class FailurePolicy extends RoutePolicySupport {
  private final Flow flow;
  private final Acknowledge acknowledge;
  private final Metering metering;

  FailurePolicy(Flow flow, Acknowledge acknowledge, Metering metering) {
    this.flow = flow;
    this.acknowledge = acknowledge;
    this.metering = metering;
  }

  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    flow.state().working();
  }

  @Override
  public void onExchangeDone(Route route, Exchange exchange) {
    var batch = exchange.getProperty(Arrival.BATCH, Batch.class);
    if (batch != null && batch.isAcknowledged()) {
      return;
    }
    metering.cancel();
    var cause = cause(exchange);
    culprit(cause)
        .filter(_ -> flow.spec().stopsAtRejected())
        .ifPresent(culprit -> acknowledge.upTo(culprit, batch));
    flow.state().fail(cause);
  }

  /// The first record of the batch that is to blame.
  private static Optional<Integer> culprit(Exception cause) {
    return Optional.ofNullable(ObjectHelper.getException(RejectedRecordsException.class, cause))
        .stream()
        .flatMap(rejection -> rejection.rejected().stream())
        .map(Rejected::message)
        .map(message -> message.index())
        .filter(index -> index >= 0)
        .min(Comparator.naturalOrder());
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
