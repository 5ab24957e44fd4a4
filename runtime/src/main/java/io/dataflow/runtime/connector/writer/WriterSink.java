package io.dataflow.runtime.connector.writer;

import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.Writer;
import java.util.Map;
import java.util.Optional;

/// A sink that is all said by its [Writer], as a flow's routes need it: its route template,
/// `<type>-sink`, hands each [Delivery] to it, and shows over JMX of which type the sink is.
///
/// @param type the name in YAML: `postgresql`
public record WriterSink(String type, Writer writer) implements SinkConnector {
  @Override
  public String template() {
    return type + "-sink";
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
  public Optional<JsonObject> takeOver() throws UnavailableException {
    return writer.takeOver();
  }

  @Override
  public void close() {
    writer.close();
  }
}
