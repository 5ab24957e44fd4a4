package io.dataflow.runtime.camel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// An HTTP server that keeps what it gets, and answers what a test wants.
final class HttpPeer implements AutoCloseable {
  /// What it answers.
  record Answer(int status, String body) {}

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> logins = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Function<String, Answer> answers;

  HttpPeer(Function<String, Answer> answers) throws IOException {
    this.answers = answers;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  static HttpPeer accepting() throws IOException {
    return new HttpPeer(_ -> new Answer(200, ""));
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var login = exchange.getRequestHeaders().getFirst("Authorization");
    logins.add(login == null ? "" : login);
    var answer = answers.apply(body);
    if (answer.status() < 300) {
      bodies.add(body);
    }
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  void answer(Function<String, Answer> others) {
    answers = others;
  }

  /// What it has accepted, in order.
  List<String> bodies() {
    return List.copyOf(bodies);
  }

  List<String> logins() {
    return List.copyOf(logins);
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
