package io.dataflow.runtime.camel;

import io.dataflow.api.endpoint.Endpoint;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceContext;
import java.util.Map;
import org.apache.camel.CamelContext;

/// A source that takes what an endpoint brings.
final class EndpointSourceConnector implements SourceConnector {
  private final String type;
  private final EndpointRoute route;
  private final FlowEntry entry;

  EndpointSourceConnector(String type, Endpoint endpoint, SourceContext context) {
    this.type = type;
    this.route = new EndpointRoute("source:" + type, endpoint);
    this.entry = new FlowEntry(context.events(), context.spec().channelBufferSize());
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public String template() {
    return "endpoint-source";
  }

  @Override
  public Map<String, Object> parameters() {
    return Map.of("uri", route.uri());
  }

  @Override
  public Map<String, Object> beans() {
    return Map.of("entry", entry);
  }

  @Override
  public void prepare(CamelContext camel) {
    route.prepare(camel);
  }

  @Override
  public void check() {
    // Camel looks when the route starts.
  }

  @Override
  public void close() {
    // The route's own stop ends the endpoint.
  }
}
