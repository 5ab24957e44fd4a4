package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Delivery;
import java.util.Iterator;
import org.apache.camel.Exchange;

/// The stage between the steps and the sinks: the batch becomes deliveries ([Partition]), which
/// wait for their sinks from here on.
final class Divide {
  private static final String AT = "dataflow.divided";

  private final Partition partition;
  private final Metering metering;
  private final boolean oneByOne;
  private final boolean stopsAtRejected;

  Divide(Flow flow, Metering metering) {
    var spec = flow.spec();
    this.partition = new Partition(flow.routes(), spec.stopsAtRejected(), spec.isEffectivelyOnce());
    this.metering = metering;
    this.oneByOne = spec.isEffectivelyOnce();
    this.stopsAtRejected = spec.stopsAtRejected();
  }

  Iterator<Delivery> of(Exchange exchange) {
    var batch = exchange.getMessage().getBody(Batch.class);
    var deliveries = partition.of(batch);
    exchange.setProperty(AT, System.nanoTime());
    metering
        .task()
        .transformed(batch.messages().size(), batch.rejected().size(), batch.sinceTaken());
    metering.queued(deliveries);
    return oneByOne ? new Deliveries(deliveries, stopsAtRejected) : deliveries.iterator();
  }

  /// Nanoseconds since the batch was divided.
  static long since(Exchange exchange) {
    return System.nanoTime() - exchange.getProperty(AT, Long.class);
  }
}
