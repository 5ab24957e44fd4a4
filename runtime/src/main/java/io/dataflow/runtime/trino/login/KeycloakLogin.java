package io.dataflow.runtime.trino.login;

import io.dataflow.api.connector.security.Keycloak;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.model.secret.Secret;
import io.dataflow.runtime.connector.FlowException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A token of Keycloak's, for a user or for the client itself. It is renewed before it ends, by its
/// refresh token where there is one, and when the server refuses it.
final class KeycloakLogin implements Login {
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /// A token of the client itself comes without a refresh token, and is asked for this often.
  private static final Duration CLIENT_RENEWAL = Duration.ofMinutes(5);

  private static final int OK = 200;
  private static final int SERVER_ERRORS = 500;
  private static final int TOO_MANY = 429;

  private final Keycloak keycloak;
  private final HttpClient http;
  private final String place;
  private Optional<Token> token = Optional.empty();

  private record Token(String access, Optional<String> refresh, long renewAt) {}

  KeycloakLogin(Keycloak keycloak, HttpClient http, String place) {
    this.keycloak = keycloak;
    this.place = place;
    this.http = http;
  }

  @Override
  public synchronized Optional<String> header() throws IOException {
    if (token.isEmpty() || System.nanoTime() - token.get().renewAt() > 0) {
      token = Optional.of(renewed());
    }
    return token.map(it -> "Bearer " + it.access());
  }

  @Override
  public synchronized boolean renew() {
    token = token.map(it -> new Token(it.access(), it.refresh(), System.nanoTime() - 1));
    return true;
  }

  private Token renewed() throws IOException {
    var refresh = token.flatMap(Token::refresh);
    if (refresh.isPresent()) {
      var answer = ask(Map.of("grant_type", "refresh_token", "refresh_token", refresh.get()));
      if (answer.statusCode() == OK) {
        return read(answer.body());
      }
      // Its session has ended: a new one begins below.
    }
    var answer = ask(grant());
    if (answer.statusCode() != OK) {
      throw refused(answer.statusCode());
    }
    return read(answer.body());
  }

  private Map<String, String> grant() {
    return keycloak.username().isPresent()
        ? Map.of(
            "grant_type",
            "password",
            "username",
            keycloak.username().get(),
            "password",
            keycloak.password().map(Secret::value).orElse(""))
        : Map.of("grant_type", "client_credentials");
  }

  private HttpResponse<byte[]> ask(Map<String, String> grant) throws IOException {
    var form = new LinkedHashMap<>(grant);
    form.put("client_id", keycloak.clientID().orElse("").strip());
    keycloak.clientSecret().ifPresent(secret -> form.put("client_secret", secret.value()));
    var body =
        form.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create(keycloak.tokenUrl()))
            .timeout(ANSWER)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// A server that is away is waited for; one that says no is not.
  private FlowException refused(int status) throws IOException {
    if (status >= SERVER_ERRORS || status == TOO_MANY) {
      throw new IOException("Keycloak gives no token (HTTP " + status + ")");
    }
    return new FlowException(
        (place
                + ": Keycloak gives no token (HTTP %d). Correct `keycloak`: its address, `realm`,"
                + " `clientID` and `clientSecret`, or `username` and `password`.")
            .formatted(status));
  }

  private Token read(byte[] body) {
    try {
      var answer = (JsonObject) Json.parse(body);
      var refresh = answer.get("refresh_token").map(Json::text);
      var access = answer.get("access_token").map(Json::text);
      var lifetime =
          Duration.ofSeconds(Long.parseLong(answer.get("expires_in").map(Json::text).orElse("60")));
      return new Token(access.orElseThrow(this::noToken), refresh, renewal(lifetime, refresh));
    } catch (JsonException | ClassCastException | NumberFormatException e) {
      throw noToken();
    }
  }

  private FlowException noToken() {
    return new FlowException(
        place + ": what answers at `keycloak.serverURL` is no Keycloak. Correct the address.");
  }

  private static long renewal(Duration lifetime, Optional<String> refresh) {
    long most = refresh.isPresent() ? Long.MAX_VALUE : CLIENT_RENEWAL.toNanos();
    return System.nanoTime() + Math.min(lifetime.toNanos() / 5 * 4, most);
  }

  @Override
  public String toString() {
    return "KeycloakLogin";
  }
}
