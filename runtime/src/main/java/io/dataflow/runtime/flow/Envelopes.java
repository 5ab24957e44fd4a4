package io.dataflow.runtime.flow;

import io.dataflow.api.chain.Slicing;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.RejectedRecordsException;
import io.dataflow.runtime.flow.deadletter.DeadLetters;
import io.dataflow.runtime.flow.deadletter.ErrorEnvelope;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.util.ObjectHelper;

/// The first stage of the dead letter channel: deliveries of envelopes in place of the rejected
/// records, one after the other where they are too large to exist at once. What the error sink
/// refuses comes again in a shorter form.
final class Envelopes implements Processor {
  private static final String LEFT = "dataflow.rejected";
  private static final String LETTERS = "dataflow.dead-letters";

  private final Flow flow;
  private final Metering metering;
  private final ErrorEnvelope envelope;

  Envelopes(Flow flow, Metering metering) {
    this.flow = flow;
    this.metering = metering;
    this.envelope = new ErrorEnvelope(Flow.type(flow.spec().sink()), Clock.systemUTC());
  }

  /// Takes the records that were rejected.
  void begin(Exchange exchange) {
    var caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    var rejected = ObjectHelper.getException(RejectedRecordsException.class, caught).rejected();
    flow.counters().reject(rejected.size());
    metering.task().rejected(rejected.size());
    exchange.setProperty(LEFT, new ArrayDeque<>(rejected));
  }

  @Override
  public void process(Exchange exchange) {
    var some = some(left(exchange));
    var letters =
        new DeadLetters(envelope, exchange.getProperty(Arrival.BATCH, Batch.class).mark(), some);
    exchange.setProperty(LETTERS, letters);
    metering.queued(List.of(letters.delivery()));
    exchange.getMessage().setBody(letters.delivery());
  }

  /// The next of them. Each envelope holds all of a record, and a record may have become a million
  /// messages that are all rejected.
  private static List<Rejected> some(Deque<Rejected> left) {
    var some = new ArrayList<Rejected>();
    long bytes = 0;
    while (!left.isEmpty() && (some.isEmpty() || bytes + size(left.peek()) <= Slicing.LIMIT)) {
      bytes += size(left.peek());
      some.add(left.poll());
    }
    return some;
  }

  private static long size(Rejected rejected) {
    return rejected.message().original().length;
  }

  /// Whether some are not in the error sink yet.
  static boolean hasMore(Exchange exchange) {
    return !left(exchange).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static Deque<Rejected> left(Exchange exchange) {
    return exchange.getProperty(LEFT, Deque.class);
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
