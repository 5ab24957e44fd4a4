package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.metrics.Histogram;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/// The last stage: every record is written, dropped or dead-lettered, so the source's position may
/// pass the batch.
final class Acknowledge implements Processor {
  private final Flow flow;
  private final Histogram processing;
  private final Histogram endToEnd;

  Acknowledge(Flow flow) {
    this.flow = flow;
    this.processing = flow.meters().processing();
    this.endToEnd = flow.meters().endToEnd();
  }

  @Override
  public void process(Exchange exchange) {
    var batch = exchange.getProperty(Arrival.BATCH, Batch.class);
    batch.acknowledge();
    settled(batch, batch.received());
  }

  /// The flow ends at a record of the batch: the source's position may come up to it.
  void upTo(int count, Batch batch) {
    batch.acknowledgeFirst(count);
    settled(batch, count);
  }

  private void settled(Batch batch, int count) {
    double seconds = batch.age() / 1e9;
    processing.observe(seconds, count);
    endToEnd.observe(seconds, batch.messagesOf(count).size());
    flow.counters().acknowledge(count);
    flow.meters().count(count);
    flow.state().acknowledged();
  }
}
