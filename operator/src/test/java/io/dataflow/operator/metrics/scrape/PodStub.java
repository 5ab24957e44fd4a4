package io.dataflow.operator.metrics.scrape;

import com.sun.net.httpserver.HttpHandler;
import io.dataflow.operator.health.HttpPort;
import io.dataflow.operator.health.ListenAddress;
import io.dataflow.operator.health.TextReply;
import java.util.Map;
import java.util.Optional;

/// A port at a loopback address of its own that answers as a processor's would.
record PodStub(ScrapedPod pod, HttpPort port) implements AutoCloseable {
  /// All pods have the same port, as in a cluster: a free one, chosen by the first.
  static PodStub answering(String flow, String pod, String address, int port, HttpHandler page) {
    var listen = new ListenAddress(Optional.of(address), port);
    return new PodStub(
        new ScrapedPod("shop", flow, pod, address),
        HttpPort.open(listen, Map.of("/metrics", page)));
  }

  static HttpHandler saying(String text) {
    return exchange -> TextReply.of(200, text).send(exchange);
  }

  @Override
  public void close() {
    port.close();
  }
}
