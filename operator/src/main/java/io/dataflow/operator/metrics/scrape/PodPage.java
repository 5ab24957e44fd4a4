package io.dataflow.operator.metrics.scrape;

import io.dataflow.operator.metrics.exposition.Exposition;
import io.dataflow.operator.metrics.exposition.ExpositionException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a processor's pod for its metrics, and takes neither forever nor everything.
final class PodPage {
  private static final int LARGEST = 2 << 20;

  private final HttpClient http =
      HttpClient.newBuilder()
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final int port;
  private final Duration limit;

  /// @param port the processors' port for metrics
  /// @param limit for the whole answer of one pod
  PodPage(int port, Duration limit) {
    this.port = port;
    this.limit = limit;
  }

  Scrape read(ScrapedPod pod) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(uri(pod)).header("Accept", "text/plain;version=0.0.4").build();
    var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
    try {
      return scrape(answer.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return new Scrape.Failed(ScrapeFailure.TIMEOUT);
    } catch (ExecutionException failure) {
      return new Scrape.Failed(reason(failure.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  private URI uri(ScrapedPod pod) {
    var address = pod.address().contains(":") ? "[" + pod.address() + "]" : pod.address();
    return URI.create("http://" + address + ":" + port + "/metrics");
  }

  private static Scrape scrape(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      return new Scrape.Failed(ScrapeFailure.STATUS);
    }
    try {
      return new Scrape.Answered(Exposition.read(answer.body()));
    } catch (ExpositionException _) {
      return new Scrape.Failed(ScrapeFailure.FORMAT);
    }
  }

  private static ScrapeFailure reason(Throwable failure) {
    if (failure instanceof HttpTimeoutException) {
      return ScrapeFailure.TIMEOUT;
    }
    boolean tooLarge =
        failure instanceof IOException
            && String.valueOf(failure.getMessage()).contains("exceeds capacity");
    return tooLarge ? ScrapeFailure.SIZE : ScrapeFailure.UNREACHABLE;
  }
}
