package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.metrics.TaskMeter;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/// The last stage: every record is written, dropped or dead-lettered, so the source's position may
/// pass the batch.
final class Acknowledge implements Processor {
  private final Flow flow;
  private final TaskMeter meter;

  Acknowledge(Flow flow, TaskMeter meter) {
    this.flow = flow;
    this.meter = meter;
  }

  @Override
  public void process(Exchange exchange) {
    var batch = exchange.getProperty(Arrival.BATCH, Batch.class);
    meter.written(Divide.since(exchange));
    batch.acknowledge();
    settled(batch, batch.received());
  }

  /// The flow ends at a record of the batch: the source's position may come up to it.
  void upTo(int count, Batch batch) {
    batch.acknowledgeFirst(count);
    settled(batch, count);
  }

  private void settled(Batch batch, int count) {
    meter.settled(count, batch.sinceTaken());
    flow.counters().acknowledge(count);
    flow.state().acknowledged();
  }
}
