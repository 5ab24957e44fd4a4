package io.dataflow.runtime.flow;

import io.dataflow.api.chain.Slicing;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.metrics.StepMeter;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.Exchange;

/// The stage between the steps and the sinks: the batch becomes deliveries ([Partition]), which
/// wait for their sinks from here on. What is too large to exist at once becomes them slice by
/// slice ([SlicedDeliveries], [SlicedOnce]).
final class Divide {
  private static final String AT = "dataflow.divided";

  private final Flow flow;
  private final Partition partition;
  private final Metering metering;
  private final List<StepMeter> steps;
  private final boolean oneByOne;
  private final boolean stopsAtRejected;

  /// @param steps the meters of all steps
  Divide(Flow flow, Metering metering, List<StepMeter> steps) {
    var spec = flow.spec();
    this.flow = flow;
    this.partition = new Partition(flow.routes(), spec.stopsAtRejected(), spec.isEffectivelyOnce());
    this.metering = metering;
    this.steps = steps;
    this.oneByOne = spec.isEffectivelyOnce();
    this.stopsAtRejected = spec.stopsAtRejected();
  }

  Iterator<Delivery> of(Exchange exchange) {
    var batch = exchange.getMessage().getBody(Batch.class);
    exchange.setProperty(AT, System.nanoTime());
    if (batch.slicing().isPresent()) {
      return sliced(batch, batch.slicing().get());
    }
    var deliveries = partition.of(batch);
    metering
        .task()
        .transformed(batch.messages().size(), batch.rejected().size(), batch.sinceTaken());
    metering.queued(deliveries);
    return oneByOne
        ? new Deliveries(deliveries.iterator(), stopsAtRejected)
        : deliveries.iterator();
  }

  private Iterator<Delivery> sliced(Batch batch, Slicing slicing) {
    var work = new SliceWork(batch, slicing, flow, metering, steps);
    return oneByOne
        ? new Deliveries(new SlicedOnce(batch, work, partition, stopsAtRejected), stopsAtRejected)
        : new SlicedDeliveries(batch, work, partition, stopsAtRejected);
  }

  /// Nanoseconds since the batch was divided.
  static long since(Exchange exchange) {
    return System.nanoTime() - exchange.getProperty(AT, Long.class);
  }
}
