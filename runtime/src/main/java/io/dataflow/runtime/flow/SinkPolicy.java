package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.RejectedRecordsException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.metrics.SinkMeter;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.util.ObjectHelper;

/// Counts what a sink's route has written and tells the flow when the sink cannot be reached.
final class SinkPolicy extends RoutePolicySupport {
  private static final String STARTED = "dataflow.sink.started";
  private static final String LEFT = "dataflow.sink.left";
  private static final String PENDING = "dataflow.sink.pending";

  private final SinkName sink;
  private final Flow flow;
  private final Metering metering;
  private final SinkMeter meter;

  /// @param way the id of the sink's route
  SinkPolicy(String way, Flow flow, Metering metering) {
    this.sink = new SinkName(way);
    this.flow = flow;
    this.metering = metering;
    this.meter = metering.sink(way);
  }

  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    var delivery = exchange.getMessage().getBody(Delivery.class);
    exchange.setProperty(STARTED, System.nanoTime());
    exchange.setProperty(LEFT, left(delivery));
    exchange.setProperty(PENDING, delivery.size());
    delivery.begin().ifPresent(waited -> meter.begins(delivery.size(), waited));
  }

  @Override
  public void onExchangeDone(Route route, Exchange exchange) {
    long nanos = System.nanoTime() - exchange.getProperty(STARTED, Long.class);
    var delivery = exchange.getMessage().getBody(Delivery.class);
    var batch = exchange.getProperty(Arrival.BATCH, Batch.class);
    int written = exchange.getProperty(LEFT, Integer.class) - left(delivery);
    int settled = exchange.getProperty(PENDING, Integer.class) - delivery.size();
    // What the error sink refuses comes again in a shorter form.
    meter.attempted(sink.isErrors() ? written : settled, nanos);
    if (written > 0) {
      meter.wrote(written, batch.read().age());
      flow.counters().write(sink.brief(), written);
    }
    if (!sink.isErrors()) {
      metering.task().wrote(written, settled - written);
    }
    batch.failing(isFailing(exchange));
    judge(exchange, delivery);
  }

  private void judge(Exchange exchange, Delivery delivery) {
    var outage = find(UnavailableException.class, exchange);
    if (outage != null) {
      meter.failed(delivery.size(), outage.type().label());
      flow.state().unavailable(sink.route(), outage);
      return;
    }
    flow.state().available(sink.route());
    delivery.rejected().forEach(record -> meter.rejected(record.type().label()));
    if (exchange.isFailed() && find(RejectedRecordsException.class, exchange) == null) {
      meter.failed(delivery.size(), ErrorType.UNKNOWN.label());
    }
  }

  /// Whether more has failed than records that end the flow. Records that go to the error sink
  /// count until they are there: a flow that stops meanwhile leaves them, and nothing that is
  /// written after them may move the position.
  private boolean isFailing(Exchange exchange) {
    return exchange.isFailed()
        && (flow.spec().errors().isPresent()
            || find(RejectedRecordsException.class, exchange) == null);
  }

  private static <E extends Exception> E find(Class<E> type, Exchange exchange) {
    return ObjectHelper.getException(type, exchange.getException());
  }

  private static int left(Delivery delivery) {
    return delivery.size() + delivery.rejected().size();
  }
}
