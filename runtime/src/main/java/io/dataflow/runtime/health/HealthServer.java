package io.dataflow.runtime.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.flow.FlowOptions;
import io.dataflow.runtime.flow.RunningFlow;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// The probes and metrics of a processor (`docs/operations.md`): `/readyz`, `/livez`, `/healthz`,
/// `/metrics`, and `/status` for the operator.
public final class HealthServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HealthServer(HttpServer server) {
    this.server = server;
  }

  /// Starts to answer; empty when the options want no port.
  public static Optional<HealthServer> start(RunningFlow flow, FlowOptions options) {
    if (options.monitoring().port() < 0) {
      return Optional.empty();
    }
    try {
      var address =
          new InetSocketAddress(options.monitoring().bindAddress(), options.monitoring().port());
      var health = new HealthServer(HttpServer.create(address, 0));
      health.answer("/readyz", () -> Probe.ready(flow.state()));
      health.answer("/livez", () -> Probe.live(flow.state(), options.timeouts().progress()));
      health.answer("/healthz", () -> new Probe(200, "ok"));
      health.answer("/status", () -> Probe.json(Status.of(flow).json()));
      health.answer("/metrics", () -> new Probe(200, flow.meters().scrape()));
      health.server.setExecutor(health.threads);
      health.server.start();
      return Optional.of(health);
    } catch (IOException e) {
      throw new FlowException(
          "port "
              + options.monitoring().port()
              + " of "
              + options.monitoring().bindAddress()
              + " for probes and metrics: "
              + e.getMessage()
              + ". Stop what uses it, or choose another with `--port`.",
          e);
    }
  }

  private void answer(String path, Supplier<Probe> probe) {
    server.createContext(path, exchange -> answer(exchange, probe.get()));
  }

  private static void answer(HttpExchange exchange, Probe probe) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", probe.type());
      exchange.sendResponseHeaders(probe.status(), probe.body().length);
      exchange.getResponseBody().write(probe.body());
    }
  }

  /// The port it answers on.
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
