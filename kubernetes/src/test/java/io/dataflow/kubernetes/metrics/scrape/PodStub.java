package io.dataflow.kubernetes.metrics.scrape;

import com.sun.net.httpserver.HttpHandler;
import io.dataflow.kubernetes.http.HttpEndpoint;
import io.dataflow.kubernetes.http.ListenAddress;
import io.dataflow.kubernetes.http.TextResponse;
import java.util.Map;
import java.util.Optional;

/// A port at a loopback address of its own that answers as a pod's would.
record PodStub(ScrapedPod pod, HttpEndpoint port) implements AutoCloseable {
  /// All pods have the same port, as in a cluster: a free one, chosen by the first.
  static PodStub answering(String owner, String pod, String address, int port, HttpHandler page) {
    var listen = new ListenAddress(Optional.of(address), port);
    return new PodStub(
        new ScrapedPod("shop", owner, pod, address),
        HttpEndpoint.open(listen, Map.of("/metrics", page)));
  }

  static HttpHandler saying(String text) {
    return exchange -> TextResponse.of(200, text).send(exchange);
  }

  @Override
  public void close() {
    port.close();
  }
}
