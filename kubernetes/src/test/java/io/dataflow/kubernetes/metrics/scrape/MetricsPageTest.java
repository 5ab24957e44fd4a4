package io.dataflow.kubernetes.metrics.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import io.dataflow.kubernetes.http.HttpEndpoint;
import io.dataflow.kubernetes.http.ListenAddress;
import io.dataflow.kubernetes.http.PageReader;
import io.dataflow.kubernetes.http.TextResponse;
import io.dataflow.kubernetes.metrics.exposition.Exposition;
import io.dataflow.testbed.server.Ports;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pods are ports of this machine, each at an address of its own.
class MetricsPageTest {
  private static final String RECEIVED =
      """
      # HELP app_messages_received_total Taken from the source.
      # TYPE app_messages_received_total counter
      app_messages_received_total{namespace="shop",name="orders",source_type="kafka"} 7
      # TYPE jvm_memory_used_bytes gauge
      jvm_memory_used_bytes{area="heap"} 1
      # TYPE go_goroutines gauge
      go_goroutines 1
      """;

  private static final ScrapeRules RULES =
      new ScrapeRules("app_", List.of("app_status"), "app_up", "app_scrape_errors");

  private final int podPort = Ports.free();
  private final List<PodStub> stubs = new ArrayList<>();
  private final List<ScrapedPod> pods = new ArrayList<>();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpEndpoint port = open(Duration.ZERO);

  private HttpEndpoint open(Duration age) {
    var limits = new ScrapeLimits(podPort, Duration.ofMillis(800), Duration.ofSeconds(8), age, 16);
    var page = MetricsPage.of(registry, () -> List.copyOf(pods), RULES, limits);
    return HttpEndpoint.open(
        ListenAddress.parse("127.0.0.1:0", Optional.empty()), Map.of("/metrics", page));
  }

  @AfterEach
  void close() {
    port.close();
    stubs.forEach(PodStub::close);
  }

  private void pod(String owner, String name, HttpHandler page) {
    var address = "127.9.0." + (stubs.size() + 1);
    stubs.add(PodStub.answering(owner, name, address, podPort, page));
    pods.add(stubs.getLast().pod());
  }

  private List<String> page() throws Exception {
    var answer = new PageReader(port.port()).get("/metrics");
    assertThat(answer.statusCode()).isEqualTo(200);
    Exposition.read(answer.body());
    return answer.body().lines().toList();
  }

  private List<String> lines(String beginning) throws Exception {
    return page().stream().filter(line -> line.contains(beginning)).sorted().toList();
  }

  @Test
  void replicasAreToldApartUnderOneFamily() throws Exception {
    pod("orders", "orders-1", PodStub.saying(RECEIVED));
    pod("orders", "orders-2", PodStub.saying(RECEIVED));
    assertThat(lines("app_messages_received_total"))
        .containsExactly(
            "# HELP app_messages_received_total Taken from the source.",
            "# TYPE app_messages_received_total counter",
            "app_messages_received_total{namespace=\"shop\",name=\"orders\",pod=\"orders-1\",source_type=\"kafka\"}"
                + " 7",
            "app_messages_received_total{namespace=\"shop\",name=\"orders\",pod=\"orders-2\",source_type=\"kafka\"}"
                + " 7");
  }

  @Test
  void onlyTheMetricsOfThePrefixAreKept() throws Exception {
    pod("orders", "orders-1", PodStub.saying(RECEIVED));
    assertThat(lines("area=\"heap\"")).noneMatch(line -> line.contains("pod="));
    assertThat(lines("go_goroutines")).isEmpty();
  }

  @Test
  void aPodSpeaksForNobodyElse() throws Exception {
    pod(
        "mine",
        "mine-1",
        PodStub.saying(
            "app_a{namespace=\"bank\",name=\"gold\"} 1\n"
                + "app_status{namespace=\"bank\",name=\"gold\",phase=\"Error\"} 1\n"));
    assertThat(lines("app_a")).contains("app_a{namespace=\"shop\",name=\"mine\",pod=\"mine-1\"} 1");
    assertThat(lines("bank")).isEmpty();
  }

  @Test
  void aPodThatIsBrokenCostsOnlyItself() throws Exception {
    pod("orders", "orders-1", PodStub.saying(RECEIVED));
    pod("broken", "broken-1", PodStub.saying("app_b 1\napp_b{ 2\n"));
    pod("refusing", "refusing-1", exchange -> TextResponse.of(500, "no").send(exchange));
    pod("large", "large-1", PodStub.saying("# \n".repeat(1 << 20)));
    pod(
        "other",
        "other-1",
        PodStub.saying(
            "# TYPE app_messages_received_total gauge\n" + "app_messages_received_total 1\n"));
    pods.add(new ScrapedPod("shop", "gone", "gone-1", "127.9.9.9"));
    var silence = new CountDownLatch(1);
    pod("silent", "silent-1", exchange -> await(silence));
    try {
      // The two that contradict each other in one family are both there.
      assertThat(lines("app_up{")).hasSize(7).filteredOn(line -> line.endsWith("} 1")).hasSize(2);
      assertThat(lines("app_b")).isEmpty();
      assertThat(lines("app_scrape_errors_total{")).noneMatch(line -> line.endsWith(" 0.0"));
    } finally {
      silence.countDown();
    }
  }

  @Test
  void onePodCannotSayForTheOthersWhatAMetricIs() throws Exception {
    pod(
        "hostile",
        "hostile-1",
        PodStub.saying(
            "# TYPE app_messages_received_total gauge\napp_messages_received_total 1\n"));
    pod("many", "many-1", PodStub.saying(series(5_001)));
    pod("orders", "orders-1", PodStub.saying(RECEIVED));
    pod("orders", "orders-2", PodStub.saying(RECEIVED));
    assertThat(lines("app_messages_received_total{")).hasSize(2);
    assertThat(lines("app_many")).isEmpty();
    assertThat(lines("scrape_errors_total{reason=\"size\"}")).noneMatch(it -> it.endsWith(" 0.0"));
  }

  private static String series(int number) {
    return IntStream.range(0, number)
        .mapToObj(it -> "app_many{a=\"" + it + "\"} 1\n")
        .collect(Collectors.joining());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoAsksSoonAgainGetsWhatWasGathered() throws Exception {
    var asked = new AtomicInteger();
    pod(
        "orders",
        "orders-1",
        exchange ->
            TextResponse.of(200, "app_asked " + asked.incrementAndGet() + "\n").send(exchange));
    try (var patient = open(Duration.ofHours(1))) {
      for (int i = 0; i < 20; i++) {
        assertThat(new PageReader(patient.port()).get("/metrics").body())
            .contains("app_asked{namespace=\"shop\",name=\"orders\",pod=\"orders-1\"} 1\n");
      }
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void isTheSameCompressed() throws Exception {
    registry.counter("app_controller_starts").increment();
    pod("orders", "orders-1", PodStub.saying(RECEIVED));
    var request =
        new PageReader(port.port()).request("/metrics").header("Accept-Encoding", "gzip").build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofInputStream());
      assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
      try (var text = new GZIPInputStream(answer.body())) {
        assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8))
            .contains("app_controller_starts_total 1")
            .contains("pod=\"orders-1\"");
      }
    }
  }
}
