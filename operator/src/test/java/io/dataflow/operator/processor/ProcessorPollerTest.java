package io.dataflow.operator.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.kubernetes.http.HttpEndpoint;
import io.dataflow.kubernetes.http.ListenAddress;
import io.dataflow.kubernetes.http.PodFailure;
import io.dataflow.kubernetes.http.TextResponse;
import io.dataflow.operator.workload.FlowName;
import io.dataflow.testbed.server.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Pods are ports of this machine, each at an address of its own.
class ProcessorPollerTest {
  private static final String STATUS =
      "{\"instance\":\"a\",\"state\":\"running\",\"message\":\"\",\"processedCount\":%d}";
  private static final int PORT = 9090;

  private static ProcessorAddress pod(String flow, String address) {
    return new ProcessorAddress(new FlowName("shop", flow), flow + "-1", address);
  }

  /// A pod that answers with a head and then with this, for ever.
  private static ServerSocket hostile(String address, String head, byte[] body) throws IOException {
    var server = new ServerSocket(PORT, 10, InetAddress.getByName(address));
    Thread.startVirtualThread(
        () -> {
          while (!server.isClosed()) {
            try (var socket = server.accept()) {
              var out = socket.getOutputStream();
              out.write(head.getBytes(StandardCharsets.US_ASCII));
              out.flush();
              // Until the other side has had enough.
              while (body.length > 0) {
                out.write(body);
              }
              assertThat(socket.getInputStream().readAllBytes()).isNotNull();
            } catch (IOException goneAway) {
              assertThat(goneAway).isNotNull();
            }
          }
        });
    return server;
  }

  @Test
  void podsThatNeverEndTheirAnswersKeepNobodyElseWaiting() throws Exception {
    var count = new AtomicInteger();
    var failures = ConcurrentHashMap.<PodFailure>newKeySet();
    var reports = new ProcessorReports();
    var good = pod("good", "127.77.0.1");
    var pods = List.of(pod("silent", "127.77.0.2"), pod("endless", "127.77.0.3"), good);
    var listen = new ListenAddress(Optional.of("127.77.0.1"), PORT);
    try (var _ =
            HttpEndpoint.open(
                listen,
                Map.of(
                    "/status",
                    exchange ->
                        TextResponse.of(200, STATUS.formatted(count.incrementAndGet()))
                            .send(exchange)));
        var _ = hostile("127.77.0.2", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", new byte[0]);
        var _ = hostile("127.77.0.3", "HTTP/1.1 200 OK\r\n\r\n", new byte[4096]);
        var poller =
            new ProcessorPoller(
                () -> pods,
                reports,
                _ -> {},
                failures::add,
                Duration.ofMillis(100),
                Duration.ofSeconds(1))) {
      poller.start();
      Await.until("three rounds", Duration.ofSeconds(60), () -> count.get() >= 3);
      assertThat(reports.of(good.flow()).get("good-1").processed()).isPositive();
      assertThat(failures).isEqualTo(Set.of(PodFailure.TIMEOUT, PodFailure.SIZE));
    }
  }
}
