package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.Rejected;
import java.util.Iterator;

/// The deliveries of a batch to sinks that store the source's position, one after the other.
///
/// Where rejected records go on to an error sink, a sink writes nothing while a record is rejected,
/// for the position must not pass a record that is not yet in the error sink; so what it has left
/// comes again behind the dead letters.
///
/// Where a rejected record ends the flow, the other sinks still get what comes before it: the next
/// start may end at the same record.
final class Deliveries implements Iterator<Delivery> {
  private final Iterator<Delivery> deliveries;
  private final boolean stopsAtRejected;
  private Delivery last = Delivery.end();
  private int culprit = Integer.MAX_VALUE;
  private boolean ended;

  Deliveries(Iterator<Delivery> deliveries, boolean stopsAtRejected) {
    this.deliveries = deliveries;
    this.stopsAtRejected = stopsAtRejected;
  }

  /// Camel asks before the last delivery is done, so there is one more at the end.
  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Delivery next() {
    last = following();
    return last;
  }

  private Delivery following() {
    if (stopsAtRejected) {
      culprit = last.rejected().stream().mapToInt(Deliveries::place).reduce(culprit, Math::min);
    } else if (!last.rejected().isEmpty() && isUnstored()) {
      return last.rest();
    }
    if (!deliveries.hasNext()) {
      ended = true;
      return Delivery.end();
    }
    var next = deliveries.next();
    return culprit == Integer.MAX_VALUE ? next : beforeCulprit(next);
  }

  /// Whether a sink still has to store something: of nothing but rejected records the place behind
  /// them.
  private boolean isUnstored() {
    return last.size() > 0 || last.way().equals(Delivery.MAIN);
  }

  private Delivery beforeCulprit(Delivery whole) {
    if (whole.way().equals(Delivery.REJECTED)) {
      // Behind the culprit, or the mark of all deliveries would be before it.
      return Delivery.end();
    }
    return whole.before(culprit);
  }

  private static int place(Rejected rejected) {
    return Math.max(0, rejected.message().index());
  }
}
