package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.RejectedRecordsException;
import io.dataflow.runtime.flow.deadletter.DeadLetters;
import io.dataflow.runtime.flow.deadletter.ErrorEnvelope;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.util.ObjectHelper;

/// The first stage of the dead letter channel: a delivery of envelopes in place of the rejected
/// records. What the error sink refuses comes again in a shorter form.
final class Envelopes implements Processor {
  private static final String LETTERS = "dataflow.dead-letters";

  private final Flow flow;
  private final Metering metering;
  private final ErrorEnvelope envelope;

  Envelopes(Flow flow, Metering metering) {
    this.flow = flow;
    this.metering = metering;
    this.envelope = new ErrorEnvelope(Flow.type(flow.spec().sink()), Clock.systemUTC());
  }

  @Override
  public void process(Exchange exchange) {
    var caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    var rejected = ObjectHelper.getException(RejectedRecordsException.class, caught).rejected();
    flow.counters().reject(rejected.size());
    metering.task().rejected(rejected.size());
    var letters =
        new DeadLetters(
            envelope, exchange.getProperty(Arrival.BATCH, Batch.class).mark(), rejected);
    exchange.setProperty(LETTERS, letters);
    metering.queued(List.of(letters.delivery()));
    exchange.getMessage().setBody(letters.delivery());
  }

  /// Whether what the error sink has refused may be tried in another form.
  static boolean hasShorter(Exchange exchange) {
    return exchange.getProperty(LETTERS, DeadLetters.class).hasNext();
  }

  /// Makes the envelopes of the refused records shorter.
  static void shorten(Exchange exchange) {
    exchange.getProperty(LETTERS, DeadLetters.class).next();
  }
}
