package io.dataflow.runtime.camel;

import io.dataflow.api.connector.EndpointSink;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.writer.DeliveryProcessor;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ExchangePattern;

/// A sink that gives each message to an endpoint. Its route, `sink:main`, has deliveries; a second
/// one beside it, `sink:main:messages`, has the messages.
final class EndpointSinkConnector implements SinkConnector {
  private final String type;
  private final EndpointRoute route;
  private final EndpointCalls calls;
  private final EndpointWriter writer;

  EndpointSinkConnector(String type, EndpointSink sink, SinkContext context) {
    this.type = type;
    this.route = new EndpointRoute(context.stage(), sink.endpoint());
    this.calls =
        new EndpointCalls(context.stage(), sink.endpoint(), sink.calls(), ExchangePattern.InOnly);
    this.writer = new EndpointWriter(calls, context.stage(), context.stopsAtRejected());
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public String template() {
    return "endpoint-sink";
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
  public void prepare(CamelContext camel) {
    route.prepare(camel);
    calls.to(camel, new MessageRoute(route).addTo(camel));
  }

  @Override
  public void open() {
    writer.open();
  }

  @Override
  public void close() {
    writer.close();
  }
}
