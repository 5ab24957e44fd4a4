package io.dataflow.runtime.connector;

import java.util.Map;
import org.apache.camel.CamelContext;

/// What a connector is to the flow's routes: a route template with its parameters and beans.
public interface RouteConnector extends AutoCloseable {
  /// The name in YAML: `postgresql`.
  String type();

  /// The id of the route template.
  String template();

  /// The template's parameters. Never a secret: they are visible in JMX and in logs.
  Map<String, Object> parameters();

  /// Beans that the template's endpoints and processors refer to by `#name`.
  Map<String, Object> beans();

  /// Puts into the flow's Camel what the template's route needs besides.
  ///
  /// @throws FlowException when that can never work
  default void prepare(CamelContext camel) {
    // Most need nothing.
  }

  /// Ends all connections.
  @Override
  void close();
}
