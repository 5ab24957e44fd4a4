package io.dataflow.runtime.connector.writer;

import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.RejectedRecordsException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.Writer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/// The one step of a sink's route when the sink is a [Writer]: writes the [Delivery] that the
/// exchange carries, and reports the records that failed by their own fault once the rest is
/// written.
public final class DeliveryProcessor implements Processor {
  private final Writer writer;

  /// A step that writes with this writer and does not close it.
  public DeliveryProcessor(Writer writer) {
    this.writer = writer;
  }

  /// @throws RejectedRecordsException when all is written but some records
  /// @throws UnavailableException when the rest is still pending and may be tried again
  @Override
  public void process(Exchange exchange) throws RejectedRecordsException, UnavailableException {
    var delivery = exchange.getMessage().getBody(Delivery.class);
    if (delivery.slices().isPresent()) {
      writer.write(delivery.slices().get(), delivery.rejected(), delivery.mark());
    } else {
      writer.write(delivery.pending(), delivery.rejected(), delivery.mark());
    }
    if (!delivery.rejected().isEmpty()) {
      throw new RejectedRecordsException(delivery.rejected());
    }
  }
}
