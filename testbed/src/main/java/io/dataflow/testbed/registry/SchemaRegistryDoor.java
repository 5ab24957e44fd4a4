package io.dataflow.testbed.registry;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.dataflow.testbed.server.Certificate;
import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// The way to a schema registry over HTTPS and with a login, as companies put one before theirs.
public final class SchemaRegistryDoor implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Folder folder = Folder.temporary("schema-registry-door");
  private final Certificate certificate = Certificate.create(folder);
  private final HttpClient http = HttpClient.newHttpClient();
  private final SchemaRegistryServer registry;
  private final HttpsServer server;

  /// A door on a free port.
  public SchemaRegistryDoor(SchemaRegistryServer registry) {
    this.registry = registry;
    try {
      var address = new InetSocketAddress(InetAddress.getByName(HOST), Ports.free());
      this.server = HttpsServer.create(address, 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
    server
        .createContext("/", this::pass)
        .setAuthenticator(
            new BasicAuthenticator("registry") {
              @Override
              public boolean checkCredentials(String username, String password) {
                return username.equals(username()) && password.equals(password());
              }
            });
    server.start();
  }

  /// The address that Confluent's clients want.
  public String url() {
    return "https://" + HOST + ":" + server.getAddress().getPort();
  }

  /// The name of the one user.
  public String username() {
    return "flow";
  }

  /// The password of the one user; it has characters beyond ASCII.
  public String password() {
    return "gehe:im ß";
  }

  /// What a client must be told to trust.
  public Certificate certificate() {
    return certificate;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request =
          HttpRequest.newBuilder(URI.create(registry.url() + exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      var type = exchange.getRequestHeaders().getFirst("Content-Type");
      if (type != null) {
        request.header("Content-Type", type);
      }
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
    folder.deleteIfTemporary();
  }
}
