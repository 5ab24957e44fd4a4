package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.FlowException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/// The first stage: counts what came.
final class Arrival implements Processor {
  static final String BATCH = "dataflow.batch";

  private final Flow flow;
  private final Metering metering;

  Arrival(Flow flow, Metering metering) {
    this.flow = flow;
    this.metering = metering;
  }

  @Override
  public void process(Exchange exchange) {
    var batch = exchange.getMessage().getBody(Batch.class);
    exchange.setProperty(BATCH, batch);
    if (flow.state().failure().isPresent()) {
      throw new FlowException("the flow has failed and takes no further batch");
    }
    int count = batch.received();
    batch.taken();
    flow.counters().receive(count);
    metering.source().read(count, batch.read().nanos(), batch.read().age());
    metering.task().came(batch.messages());
  }
}
