package io.dataflow.runtime.contract.trino;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.dataflow.testbed.trino.TrinoLogins;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gives tokens as Keycloak does, over HTTPS, which the real Trino takes. It is no Keycloak: it
/// knows
/// one client, one user and what is asked for here.
final class FakeTokenServer implements AutoCloseable {
  static final String CLIENT = "dataflow";
  static final String SECRET = "secret & = 5e1d";
  private static final String PATH = "/realms/flow/protocol/openid-connect/token";

  private final HttpsServer server;
  private final TrinoLogins logins;
  private final Duration first;
  private final int expiresIn;
  private final List<String> grants = new CopyOnWriteArrayList<>();

  /// @param first how long the first token lasts; none when it is over already
  /// @param expiresIn what is said of how long tokens last, in seconds
  FakeTokenServer(TrinoLogins logins, Duration first, int expiresIn) throws IOException {
    this.logins = logins;
    this.first = first;
    this.expiresIn = expiresIn;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(logins.certificate().serverContext()));
    server.createContext(PATH, this::answer);
    server.start();
  }

  /// `keycloak.serverURL`.
  String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  /// The kinds of grants that were asked for.
  List<String> grants() {
    return grants;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      grants.add(form.get("grant_type"));
      boolean right =
          form.get("client_id").equals(CLIENT)
              && form.get("client_secret").equals(SECRET)
              && form.getOrDefault("password", TrinoLogins.PASSWORD).equals(TrinoLogins.PASSWORD)
              && form.getOrDefault("refresh_token", "again").equals("again");
      var body = (right ? token(form) : "{}").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(right ? 200 : 401, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String token(Map<String, String> form) {
    var lifetime = grants.size() == 1 ? first : Duration.ofMinutes(5);
    boolean client = form.get("grant_type").equals("client_credentials");
    return "{\"access_token\":\"%s\",\"expires_in\":%d%s}"
        .formatted(
            logins.token(TrinoLogins.WRITER, lifetime),
            expiresIn,
            client ? "" : ",\"refresh_token\":\"again\"");
  }

  private static Map<String, String> form(String body) {
    return Stream.of(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
