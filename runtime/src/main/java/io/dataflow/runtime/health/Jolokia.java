package io.dataflow.runtime.health;

import io.dataflow.runtime.connector.FlowException;
import java.io.IOException;
import java.util.Map;
import org.jolokia.jvmagent.JolokiaServer;
import org.jolokia.jvmagent.JolokiaServerConfig;

/// JMX over HTTP, so that Hawtio can attach. Bound to localhost alone: whoever reaches it may stop
/// routes.
public final class Jolokia implements AutoCloseable {
  private final JolokiaServer server;

  private Jolokia(JolokiaServer server) {
    this.server = server;
  }

  /// Starts to answer on `http://127.0.0.1:<port>/jolokia/`.
  public static Jolokia start(int port) {
    var settings =
        Map.of("host", "127.0.0.1", "port", String.valueOf(port), "discoveryEnabled", "false");
    try {
      var server = new JolokiaServer(new JolokiaServerConfig(settings));
      server.start();
      return new Jolokia(server);
    } catch (IOException e) {
      throw new FlowException(
          "port " + port + " for Jolokia: " + e.getMessage() + ". Choose another.", e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
