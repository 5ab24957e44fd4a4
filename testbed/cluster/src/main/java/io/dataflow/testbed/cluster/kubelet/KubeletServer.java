package io.dataflow.testbed.cluster.kubelet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.dataflow.testbed.cluster.container.LogStream;
import io.dataflow.testbed.cluster.node.Host;
import io.dataflow.testbed.server.Certificate;
import io.dataflow.testbed.server.ServerException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the API server asks a kubelet for: the logs of containers, for `kubectl logs`.
final class KubeletServer implements AutoCloseable {
  static final int PORT = 20_250;

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Pods pods;

  KubeletServer(Host host, Certificate certificate, Pods pods) {
    this.pods = pods;
    try {
      server = HttpsServer.create(new InetSocketAddress(host.addresses().host(), PORT), 0);
    } catch (IOException failure) {
      throw new ServerException("the FakeKubelet cannot serve logs", failure);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
    server.createContext("/containerLogs/", this::logs);
    server.setExecutor(threads);
    server.start();
  }

  private void logs(HttpExchange exchange) throws IOException {
    try (exchange) {
      var words = exchange.getRequestURI().getPath().split("/");
      var query = query(Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
      var runner = pods.find(words[2], words[3]);
      if (runner.isEmpty()) {
        refuse(exchange, "nothing runs for this pod here");
        return;
      }
      send(exchange, runner.get(), words[4], query);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(
      HttpExchange exchange, PodRunner runner, String container, Map<String, String> query)
      throws IOException, InterruptedException {
    var history = runner.history(container);
    var run = history.run("true".equals(query.get("previous")));
    var log = runner.context().folder().log(container, run);
    if (run < 0 || !Files.exists(log)) {
      refuse(exchange, "container \"" + container + "\" has no such log");
      return;
    }
    var follows = "true".equals(query.get("follow"));
    exchange.sendResponseHeaders(200, 0);
    new LogStream(log)
        .send(
            exchange.getResponseBody(),
            Long.parseLong(query.getOrDefault("tailLines", "-1")),
            () -> follows && history.isRunning() && history.run(false) == run);
  }

  private static void refuse(HttpExchange exchange, String why) throws IOException {
    var bytes = why.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(400, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> query(String text) {
    return Stream.of(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
