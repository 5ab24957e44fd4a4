package io.dataflow.runtime.connector.reader;

import io.dataflow.runtime.connector.SourceEvents;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/// Where a [BatchReader] is read; nothing can be sent to it.
public final class BatchesEndpoint extends DefaultEndpoint {
  private final BatchReader reader;
  private final SourceEvents events;

  BatchesEndpoint(String uri, BatchesComponent component, BatchReader reader, SourceEvents events) {
    super(uri, component);
    this.reader = reader;
    this.events = events;
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    return new BatchesConsumer(this, processor, reader, events);
  }

  @Override
  public Producer createProducer() {
    throw new UnsupportedOperationException("batches: is a source, nothing is sent to it");
  }

  @Override
  public boolean isSingleton() {
    return true;
  }
}
