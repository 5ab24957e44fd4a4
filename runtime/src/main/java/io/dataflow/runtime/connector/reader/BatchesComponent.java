package io.dataflow.runtime.connector.reader;

import io.dataflow.runtime.connector.SourceEvents;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/// The Camel component `batches:<name>?reader=#bean&events=#bean`: reads a [BatchReader] and tells
/// [SourceEvents] how that goes. The body of each exchange is a
/// [io.dataflow.runtime.connector.Batch].
public final class BatchesComponent extends DefaultComponent {
  /// For Camel, which finds it by the name of the component.
  public BatchesComponent() {}

  @Override
  protected Endpoint createEndpoint(String uri, String reads, Map<String, Object> parameters) {
    var reader = resolveAndRemoveReferenceParameter(parameters, "reader", BatchReader.class);
    var events = resolveAndRemoveReferenceParameter(parameters, "events", SourceEvents.class);
    if (reader == null || events == null) {
      throw new IllegalArgumentException("batches: name the beans `reader` and `events`");
    }
    return new BatchesEndpoint(uri, this, reader, events);
  }
}
