package io.dataflow.runtime.connector;

import java.util.Map;

/// A sink that is all said by its [Writer], as a flow's routes need it: the route template
/// `writer-sink` hands each [Delivery] to it.
///
/// @param type the name in YAML: `postgresql`
public record WriterSink(String type, Writer writer) implements SinkConnector {
  @Override
  public String template() {
    return "writer-sink";
  }

  @Override
  public Map<String, Object> parameters() {
    return Map.of();
  }

  @Override
  public Map<String, Object> beans() {
    return Map.of("writer", new DeliveryProcessor(writer));
  }

  @Override
  public void open() throws UnavailableException {
    writer.open();
  }

  @Override
  public void close() {
    writer.close();
  }
}
