package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.RejectedRecordsException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.metrics.ConnectorMeter;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.util.ObjectHelper;

/// Counts what a sink's route has written and tells the flow when the sink cannot be reached.
final class SinkPolicy extends RoutePolicySupport {
  private static final String STARTED = "dataflow.sink.started";
  private static final String PENDING = "dataflow.sink.pending";

  private final String name;
  private final ConnectorMeter meter;
  private final FlowCounters counters;
  private final FlowState state;

  /// @param name `main`, `route-0`, `errors`
  SinkPolicy(String name, ConnectorMeter meter, FlowCounters counters, FlowState state) {
    this.name = name;
    this.meter = meter;
    this.counters = counters;
    this.state = state;
  }

  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    exchange.setProperty(STARTED, System.nanoTime());
    exchange.setProperty(PENDING, left(exchange));
  }

  @Override
  public void onExchangeDone(Route route, Exchange exchange) {
    long nanos = System.nanoTime() - exchange.getProperty(STARTED, Long.class);
    var delivery = exchange.getMessage().getBody(Delivery.class);
    int handled = exchange.getProperty(PENDING, Integer.class) - left(exchange);
    if (handled > 0) {
      meter.moved(handled, nanos);
      counters.write(name, handled);
    }
    exchange.getProperty(Arrival.BATCH, Batch.class).failing(isFailing(exchange));
    var outage = ObjectHelper.getException(UnavailableException.class, exchange.getException());
    if (outage != null) {
      meter.failed(outage.type().label(), 1, true);
      state.unavailable("sink:" + name, outage);
    } else {
      state.available("sink:" + name);
      delivery.rejected().forEach(record -> meter.failed(record.type().label(), 1, false));
    }
  }

  /// Whether what has failed is more than records that go to the error sink.
  private boolean isFailing(Exchange exchange) {
    var rejection =
        ObjectHelper.getException(RejectedRecordsException.class, exchange.getException());
    return exchange.isFailed() && (rejection == null || name.equals("errors"));
  }

  private static int left(Exchange exchange) {
    var delivery = exchange.getMessage().getBody(Delivery.class);
    return delivery.pending().size() + delivery.rejected().size();
  }
}
