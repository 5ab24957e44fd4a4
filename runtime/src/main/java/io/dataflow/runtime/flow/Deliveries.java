package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Delivery;
import java.util.Iterator;
import java.util.List;

/// The deliveries of a batch, one after the other. A sink that stores the source's position writes
/// nothing while a record is rejected, for the position must not pass a record that is not yet in
/// the error sink; so what it has left comes again behind the dead letters.
final class Deliveries implements Iterator<Delivery> {
  private final Iterator<Delivery> deliveries;
  private Delivery last = Delivery.end();
  private boolean ended;

  Deliveries(List<Delivery> deliveries) {
    this.deliveries = deliveries.iterator();
  }

  /// Camel asks before the last delivery is done, so there is one more at the end.
  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Delivery next() {
    if (!last.rejected().isEmpty() && !last.pending().isEmpty()) {
      last = new Delivery(last.way(), last.mark(), last.pending());
    } else if (deliveries.hasNext()) {
      last = deliveries.next();
    } else {
      ended = true;
      last = Delivery.end();
    }
    return last;
  }
}
