package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.metrics.ConnectorMeter;
import io.dataflow.runtime.metrics.Histogram;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/// The first stage: counts what came.
final class Arrival implements Processor {
  static final String BATCH = "dataflow.batch";

  private final Flow flow;
  private final ConnectorMeter meter;
  private final Histogram size;

  Arrival(Flow flow) {
    this.flow = flow;
    this.meter = flow.meters().connector(Flow.type(flow.spec().source()), "source", "default");
    this.size = flow.meters().size("input");
  }

  @Override
  public void process(Exchange exchange) {
    var batch = exchange.getMessage().getBody(Batch.class);
    exchange.setProperty(BATCH, batch);
    if (flow.state().failure().isPresent()) {
      throw new FlowException("the flow has failed and takes no further batch");
    }
    int count = batch.messages().size();
    flow.counters().receive(count);
    meter.moved(count, batch.age());
    long bytes = 0;
    for (var message : batch.messages()) {
      bytes += message.original().length;
    }
    size.observe(count == 0 ? 0 : (double) bytes / count, count);
  }
}
