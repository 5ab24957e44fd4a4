package io.dataflow.runtime.flow;

import io.dataflow.api.spec.AckPolicy;
import io.dataflow.api.spec.ErrorSink;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.FlowException;
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
    if (batch.isDeadLettered() && !mayPass()) {
      throw new FlowException(
          "spec.errors.ackPolicy: the position may not pass a record that went to the error sink,"
              + " so the flow stops here. The record is in the error sink; set `afterWrite` to go"
              + " on behind it.");
    }
    batch.acknowledge();
    double seconds = batch.age() / 1e9;
    processing.observe(seconds, batch.received());
    endToEnd.observe(seconds, batch.messages().size());
    flow.counters().acknowledge(batch.received());
    flow.meters().count(batch.received());
    flow.state().acknowledged();
  }

  private boolean mayPass() {
    return flow.spec().errors().map(ErrorSink::ackPolicy).orElse(AckPolicy.AFTER_WRITE)
        == AckPolicy.AFTER_WRITE;
  }
}
