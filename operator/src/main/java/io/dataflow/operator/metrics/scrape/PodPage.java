package io.dataflow.operator.metrics.scrape;

import io.dataflow.operator.metrics.exposition.Exposition;
import io.dataflow.operator.metrics.exposition.ExpositionException;
import io.dataflow.operator.pod.PodAnswer;
import io.dataflow.operator.pod.PodClient;
import io.dataflow.operator.pod.PodFailure;
import java.net.URI;
import java.time.Duration;

/// A processor's page of metrics.
final class PodPage {
  private static final int LARGEST = 512 << 10;

  /// A processor has some hundreds.
  private static final int SERIES = 5_000;

  private final PodClient client;
  private final int port;

  /// @param port the processors' port for metrics
  /// @param limit for the whole answer of one pod
  PodPage(int port, Duration limit) {
    this.port = port;
    client = new PodClient(limit, LARGEST);
  }

  Scrape read(ScrapedPod pod) throws InterruptedException {
    return switch (client.get(uri(pod), "text/plain;version=0.0.4")) {
      case PodAnswer.Failed(var reason) -> new Scrape.Failed(reason);
      case PodAnswer.Page(var text) -> scrape(text);
    };
  }

  private URI uri(ScrapedPod pod) {
    var address = pod.address().contains(":") ? "[" + pod.address() + "]" : pod.address();
    return URI.create("http://" + address + ":" + port + "/metrics");
  }

  private static Scrape scrape(String text) {
    if (text.lines().filter(line -> !line.startsWith("#")).limit(SERIES + 1).count() > SERIES) {
      return new Scrape.Failed(PodFailure.SIZE);
    }
    try {
      return new Scrape.Answered(Exposition.read(text));
    } catch (ExpositionException _) {
      return new Scrape.Failed(PodFailure.FORMAT);
    }
  }
}
