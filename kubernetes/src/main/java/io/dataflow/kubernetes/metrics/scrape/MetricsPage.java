package io.dataflow.kubernetes.metrics.scrape;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.dataflow.kubernetes.metrics.exposition.FamilyText;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/// `/metrics` of the operator: its own, and those of all its pods.
public final class MetricsPage implements HttpHandler {
  private final PrometheusMeterRegistry registry;
  private final CachedScrape pods;

  private MetricsPage(PrometheusMeterRegistry registry, CachedScrape pods) {
    this.registry = registry;
    this.pods = pods;
  }

  /// The page.
  ///
  /// @param pods those that are running; none on a replica that does not lead, as two
  ///     replicas would otherwise both say the same and every sum would be twice the truth
  public static MetricsPage of(
      PrometheusMeterRegistry registry, Supplier<List<ScrapedPod>> pods, ScrapeRules rules) {
    return of(registry, pods, rules, ScrapeLimits.DEFAULT);
  }

  static MetricsPage of(
      PrometheusMeterRegistry registry,
      Supplier<List<ScrapedPod>> pods,
      ScrapeRules rules,
      ScrapeLimits limits) {
    var gathering = new MetricsGatherer(pods, registry, rules, limits);
    return new MetricsPage(registry, new CachedScrape(gathering::gather, limits.age()));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var page = new ByteArrayOutputStream();
    page.writeBytes(FamilyText.compressed(registry.scrape()));
    page.writeBytes(pods.get());
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    if (takesGzip(exchange)) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(200, page.size());
      page.writeTo(exchange.getResponseBody());
    } else {
      exchange.sendResponseHeaders(200, 0);
      try (var text = new GZIPInputStream(new ByteArrayInputStream(page.toByteArray()))) {
        text.transferTo(exchange.getResponseBody());
      }
    }
  }

  private static boolean takesGzip(HttpExchange exchange) {
    return exchange.getRequestHeaders().getOrDefault("Accept-Encoding", List.of()).stream()
        .anyMatch(encodings -> encodings.contains("gzip"));
  }
}
