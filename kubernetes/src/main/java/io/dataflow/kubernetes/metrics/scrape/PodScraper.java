package io.dataflow.kubernetes.metrics.scrape;

import io.dataflow.kubernetes.http.PodClient;
import io.dataflow.kubernetes.http.PodFailure;
import io.dataflow.kubernetes.http.PodResponse;
import io.dataflow.kubernetes.metrics.exposition.Exposition;
import io.dataflow.kubernetes.metrics.exposition.ExpositionException;
import java.net.URI;
import java.time.Duration;

/// Asks a pod for its metrics.
final class PodScraper {
  private static final int LARGEST = 512 << 10;

  /// A pod has some hundreds.
  private static final int SERIES = 5_000;

  private final PodClient client;
  private final int port;

  /// @param port the pods' port for metrics
  /// @param limit for the whole answer of one pod
  PodScraper(int port, Duration limit) {
    this.port = port;
    client = new PodClient(limit, LARGEST);
  }

  ScrapeResult read(ScrapedPod pod) throws InterruptedException {
    return switch (client.get(uri(pod), "text/plain;version=0.0.4")) {
      case PodResponse.Failed(var reason) -> new ScrapeResult.Failed(reason);
      case PodResponse.Page(var text) -> scrape(text);
    };
  }

  private URI uri(ScrapedPod pod) {
    var address = pod.address().contains(":") ? "[" + pod.address() + "]" : pod.address();
    return URI.create("http://" + address + ":" + port + "/metrics");
  }

  private static ScrapeResult scrape(String text) {
    if (text.lines().filter(line -> !line.startsWith("#")).limit(SERIES + 1).count() > SERIES) {
      return new ScrapeResult.Failed(PodFailure.SIZE);
    }
    try {
      return new ScrapeResult.Answered(Exposition.read(text));
    } catch (ExpositionException _) {
      return new ScrapeResult.Failed(PodFailure.FORMAT);
    }
  }
}
