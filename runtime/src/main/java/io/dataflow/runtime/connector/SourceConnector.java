package io.dataflow.runtime.connector;

import java.util.Map;

/// One source as the flow's routes need it: a route template with its parameters and beans. The
/// template's route sends each read to `direct:flow` as an exchange whose body is a [Batch], on the
/// thread that reads, and reads on when that call has returned.
public interface SourceConnector extends AutoCloseable {
  /// The name in YAML: `kafka`.
  String type();

  /// The id of the route template.
  String template();

  /// The template's parameters. Never a secret: they are visible in JMX and in logs.
  Map<String, Object> parameters();

  /// Beans that the template's endpoints refer to by `#name`.
  Map<String, Object> beans();

  /// Looks whether reading is possible at all.
  ///
  /// @throws FlowException when it never will be
  /// @throws UnavailableException when it may be later
  void check() throws UnavailableException;

  /// How many messages are read and wait for the flow; any thread may ask.
  default long waiting() {
    return 0;
  }

  /// Ends whatever the template's route does not end itself; called after the route has stopped and
  /// the last acknowledgements are in. The positions are made durable after that, by their store.
  @Override
  void close();
}
