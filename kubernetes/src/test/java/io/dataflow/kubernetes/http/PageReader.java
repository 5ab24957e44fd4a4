package io.dataflow.kubernetes.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Reads pages of a port of this machine, as a probe or a Prometheus would.
public record PageReader(int port) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /// What GET gets.
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(request(path).build(), BodyHandlers.ofString());
  }

  /// A request to the port, to be added to.
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  HttpResponse<String> post(String path) throws IOException, InterruptedException {
    var request = request(path).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
