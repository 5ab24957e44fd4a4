package io.dataflow.runtime.connector;

import java.util.Map;

/// One sink as the flow's routes need it: a route template with its parameters and beans. The
/// template's route takes from `direct:<route id>` an exchange whose body is a [Delivery].
public interface SinkConnector extends AutoCloseable {
  /// The name in YAML: `postgresql`.
  String type();

  /// The id of the route template.
  String template();

  /// The template's parameters. Never a secret: they are visible in JMX and in logs.
  Map<String, Object> parameters();

  /// Beans that the template's endpoints and processors refer to by `#name`.
  Map<String, Object> beans();

  /// Connects, so that what can never work is said before the first record is read.
  ///
  /// @throws FlowException when writing will never be possible
  /// @throws UnavailableException when it may be later
  void open() throws UnavailableException;

  /// Ends all connections.
  @Override
  void close();
}
