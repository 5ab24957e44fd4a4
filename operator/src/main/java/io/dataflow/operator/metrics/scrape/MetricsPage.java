package io.dataflow.operator.metrics.scrape;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.dataflow.operator.metrics.OperatorMeters;
import io.dataflow.operator.metrics.exposition.FamilyText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/// `/metrics` of the operator: its own, and those of all processors.
public final class MetricsPage implements HttpHandler {
  private final OperatorMeters meters;
  private final Recent processors;

  private MetricsPage(OperatorMeters meters, Recent processors) {
    this.meters = meters;
    this.processors = processors;
  }

  /// The page.
  ///
  /// @param pods the processors that are running; none on a replica that does not lead, as two
  ///     replicas would otherwise both say the same and every sum would be twice the truth
  public static MetricsPage of(OperatorMeters meters, Supplier<List<ScrapedPod>> pods) {
    return of(meters, pods, ScrapeLimits.DEFAULT);
  }

  static MetricsPage of(
      OperatorMeters meters, Supplier<List<ScrapedPod>> pods, ScrapeLimits limits) {
    var gathering = new PodMetrics(pods, meters.registry(), limits);
    return new MetricsPage(meters, new Recent(gathering::gather, limits.age()));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var page = new ByteArrayOutputStream();
    page.writeBytes(FamilyText.compressed(meters.scrape()));
    page.writeBytes(processors.get());
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
