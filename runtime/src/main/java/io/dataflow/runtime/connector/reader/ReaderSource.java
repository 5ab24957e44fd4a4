package io.dataflow.runtime.connector.reader;

import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.List;
import java.util.Map;

/// A source that is a [BatchReader].
///
/// @param type the name in YAML
/// @param reads what JMX shows that is read: a table, a topic; no secret
public record ReaderSource(String type, String reads, BatchReader reader, SourceEvents events)
    implements SourceConnector {

  @Override
  public String template() {
    return "batches-source";
  }

  @Override
  public Map<String, Object> parameters() {
    return Map.of("reads", reads.replaceAll("[^A-Za-z0-9_.-]", "_"));
  }

  @Override
  public Map<String, Object> beans() {
    return Map.of("reader", reader, "events", events);
  }

  @Override
  public void check() throws UnavailableException {
    reader.open();
  }

  @Override
  public List<Gauge> gauges() {
    return reader.gauges();
  }

  @Override
  public void close() {
    reader.close();
  }
}
