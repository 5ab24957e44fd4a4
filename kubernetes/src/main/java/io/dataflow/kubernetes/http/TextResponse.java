package io.dataflow.kubernetes.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A short answer in plain words.
public record TextResponse(int status, String text) {
  /// An answer of this HTTP status.
  public static TextResponse of(int status, String text) {
    return new TextResponse(status, text);
  }

  /// Sends it as the whole answer.
  public void send(HttpExchange exchange) throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
