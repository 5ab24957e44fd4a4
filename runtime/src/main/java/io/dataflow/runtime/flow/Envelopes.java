package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.RejectedRecordsException;
import io.dataflow.runtime.flow.deadletter.ErrorEnvelope;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.util.ObjectHelper;

/// The first stage of the dead letter channel: a delivery of envelopes in place of the rejected
/// records.
final class Envelopes implements Processor {
  private final Flow flow;
  private final ErrorEnvelope envelope;

  Envelopes(Flow flow) {
    this.flow = flow;
    var errors = flow.spec().errors().orElseThrow().sink();
    this.envelope =
        new ErrorEnvelope(
            Flow.type(flow.spec().sink()),
            Flow.type(errors).equals("postgresql"),
            Clock.systemUTC());
  }

  @Override
  public void process(Exchange exchange) {
    var caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    var rejected = ObjectHelper.getException(RejectedRecordsException.class, caught).rejected();
    flow.counters().reject(rejected.size());
    flow.meters().countRejected(rejected.size());
    var batch = exchange.getProperty(Arrival.BATCH, Batch.class);
    exchange
        .getMessage()
        .setBody(
            new Delivery(
                FlowRoutes.ERRORS, batch.mark(), rejected.stream().map(envelope::of).toList()));
  }
}
