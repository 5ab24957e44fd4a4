package io.dataflow.kubernetes.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A plain HTTP port with a few pages to read: the operator's metrics, the operator's probes.
/// A virtual thread for each request, so that a slow reader keeps nobody waiting.
public final class HttpEndpoint implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HttpEndpoint(HttpServer server) {
    this.server = server;
  }

  /// Limits all HTTP servers of this process: nobody keeps a request open for longer than 10 s, or
  /// more than 200 connections. Has to be called before the first one is opened.
  public static void limitAll() {
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("jdk.httpserver.maxConnections", "200");
  }

  /// Starts to answer.
  ///
  /// @param pages what is at each path, for example `/metrics`; any other path is not found
  /// @throws PortException when the port cannot be had
  public static HttpEndpoint open(ListenAddress address, Map<String, HttpHandler> pages) {
    try {
      var port = new HttpEndpoint(HttpServer.create(address.socket(), 0));
      var sorted = new TreeMap<>(pages);
      port.server.createContext("/", exchange -> answer(exchange, sorted));
      port.server.setExecutor(port.threads);
      port.server.start();
      return port;
    } catch (IOException | RuntimeException failure) {
      throw new PortException(address, failure);
    }
  }

  private static void answer(HttpExchange exchange, Map<String, HttpHandler> pages)
      throws IOException {
    try (exchange) {
      var page = pages.get(exchange.getRequestURI().getPath());
      if (page == null) {
        TextResponse.of(404, "not found. There is " + String.join(", ", pages.keySet()) + ".\n")
            .send(exchange);
      } else if (exchange.getRequestMethod().equals("GET")) {
        page.handle(exchange);
      } else {
        TextResponse.of(405, "only GET is answered here\n").send(exchange);
      }
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
