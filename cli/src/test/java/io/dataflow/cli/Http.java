package io.dataflow.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/// Asks a processor what it says of itself.
final class Http {
  private Http() {}

  /// Status and body: `200 ready`.
  static String get(int port, String path) throws IOException, InterruptedException {
    return get("127.0.0.1", port, path);
  }

  /// The same of another address.
  static String get(String host, int port, String path) throws IOException, InterruptedException {
    var uri = URI.create("http://" + host + ":" + port + path);
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }
}
