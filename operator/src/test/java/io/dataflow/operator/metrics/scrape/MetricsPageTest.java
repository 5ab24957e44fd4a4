package io.dataflow.operator.metrics.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import io.dataflow.operator.health.HttpPort;
import io.dataflow.operator.health.ListenAddress;
import io.dataflow.operator.health.PageReader;
import io.dataflow.operator.health.TextReply;
import io.dataflow.operator.metrics.OperatorMeters;
import io.dataflow.operator.metrics.exposition.Exposition;
import io.dataflow.testbed.server.Ports;
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
      # HELP dataflow_messages_received_total Taken from the source.
      # TYPE dataflow_messages_received_total counter
      dataflow_messages_received_total{namespace="shop",name="orders",source_type="kafka"} 7
      # TYPE jvm_memory_used_bytes gauge
      jvm_memory_used_bytes{area="heap"} 1
      # TYPE go_goroutines gauge
      go_goroutines 1
      """;

  private final int podPort = Ports.free();
  private final List<PodStub> stubs = new ArrayList<>();
  private final List<ScrapedPod> pods = new ArrayList<>();
  private final OperatorMeters meters = new OperatorMeters();
  private final HttpPort port = open(Duration.ZERO);

  private HttpPort open(Duration age) {
    var limits = new ScrapeLimits(podPort, Duration.ofMillis(800), Duration.ofSeconds(8), age, 16);
    var page = MetricsPage.of(meters, () -> List.copyOf(pods), limits);
    return HttpPort.open(
        ListenAddress.parse("127.0.0.1:0", Optional.empty()), Map.of("/metrics", page));
  }

  @AfterEach
  void close() {
    port.close();
    stubs.forEach(PodStub::close);
  }

  private void pod(String flow, String name, HttpHandler page) {
    var address = "127.9.0." + (stubs.size() + 1);
    stubs.add(PodStub.answering(flow, name, address, podPort, page));
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
    assertThat(lines("dataflow_messages_received_total"))
        .containsExactly(
            "# HELP dataflow_messages_received_total Taken from the source.",
            "# TYPE dataflow_messages_received_total counter",
            "dataflow_messages_received_total{namespace=\"shop\",name=\"orders\",pod=\"orders-1\",source_type=\"kafka\"}"
                + " 7",
            "dataflow_messages_received_total{namespace=\"shop\",name=\"orders\",pod=\"orders-2\",source_type=\"kafka\"}"
                + " 7");
  }

  @Test
  void onlyTheDocumentedMetricsOfAProcessorAreKept() throws Exception {
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
            "dataflow_a{namespace=\"bank\",name=\"gold\"} 1\n"
                + "dataflow_status{namespace=\"bank\",name=\"gold\",phase=\"Error\"} 1\n"));
    assertThat(lines("dataflow_a"))
        .contains("dataflow_a{namespace=\"shop\",name=\"mine\",pod=\"mine-1\"} 1");
    assertThat(lines("bank")).isEmpty();
  }

  @Test
  void aPodThatIsBrokenCostsOnlyItself() throws Exception {
    pod("orders", "orders-1", PodStub.saying(RECEIVED));
    pod("broken", "broken-1", PodStub.saying("dataflow_b 1\ndataflow_b{ 2\n"));
    pod("refusing", "refusing-1", exchange -> TextReply.of(500, "no").send(exchange));
    pod("large", "large-1", PodStub.saying("# \n".repeat(1 << 20)));
    pod(
        "other",
        "other-1",
        PodStub.saying(
            "# TYPE dataflow_messages_received_total gauge\n"
                + "dataflow_messages_received_total 1\n"));
    pods.add(new ScrapedPod("shop", "gone", "gone-1", "127.9.9.9"));
    var silence = new CountDownLatch(1);
    pod("silent", "silent-1", exchange -> await(silence));
    try {
      // The two that contradict each other in one family are both there.
      assertThat(lines("dataflow_operator_processor_up{"))
          .hasSize(7)
          .filteredOn(line -> line.endsWith("} 1"))
          .hasSize(2);
      assertThat(lines("dataflow_b")).isEmpty();
      assertThat(lines("dataflow_operator_scrape_errors_total{"))
          .noneMatch(line -> line.endsWith(" 0.0"));
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
            "# TYPE dataflow_messages_received_total gauge\ndataflow_messages_received_total 1\n"));
    pod("many", "many-1", PodStub.saying(series(5_001)));
    pod("orders", "orders-1", PodStub.saying(RECEIVED));
    pod("orders", "orders-2", PodStub.saying(RECEIVED));
    assertThat(lines("dataflow_messages_received_total{")).hasSize(2);
    assertThat(lines("dataflow_many")).isEmpty();
    assertThat(lines("scrape_errors_total{reason=\"size\"}")).noneMatch(it -> it.endsWith(" 0.0"));
  }

  private static String series(int number) {
    return IntStream.range(0, number)
        .mapToObj(it -> "dataflow_many{a=\"" + it + "\"} 1\n")
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
            TextReply.of(200, "dataflow_asked " + asked.incrementAndGet() + "\n").send(exchange));
    try (var patient = open(Duration.ofHours(1))) {
      for (int i = 0; i < 20; i++) {
        assertThat(new PageReader(patient.port()).get("/metrics").body())
            .contains("dataflow_asked{namespace=\"shop\",name=\"orders\",pod=\"orders-1\"} 1\n");
      }
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void isTheSameCompressed() throws Exception {
    pod("orders", "orders-1", PodStub.saying(RECEIVED));
    var request =
        new PageReader(port.port()).request("/metrics").header("Accept-Encoding", "gzip").build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofInputStream());
      assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
      try (var text = new GZIPInputStream(answer.body())) {
        assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8))
            .contains("dataflow_controller_reconcile_inflight 0")
            .contains("pod=\"orders-1\"");
      }
    }
  }
}
