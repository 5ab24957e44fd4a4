package io.dataflow.runtime.kafka.registry;

import io.dataflow.api.connector.SchemaRegistry;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.registry.RegistryAnswer.Found;
import io.dataflow.runtime.kafka.registry.RegistryAnswer.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Asks a schema registry. Of several addresses the one that has answered last is asked first, and
/// the others in turn while it does not. Neither an address nor a login stands in any message.
///
/// Used by one thread at a time.
public final class RegistryClient implements AutoCloseable {
  /// What Confluent's interface speaks.
  private static final String TYPE = "application/vnd.schemaregistry.v1+json";

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration REQUEST = Duration.ofSeconds(10);
  private static final int ANSWER_MOST = 8 << 20;
  private static final int WORDS_MOST = 200;

  private final String connector;
  private final List<String> urls;
  private final Optional<String> login;
  private final HttpClient http;
  private int current;

  /// @param connector whose registry it is, as messages name it: `source kafka`
  /// @throws FlowException when a certificate cannot be read
  public RegistryClient(String connector, SchemaRegistry settings) {
    this.connector = connector;
    this.urls = settings.urls();
    this.login = settings.basicAuth().flatMap(auth -> auth.login()).map(RegistryClient::basic);
    // Never follows: the login is for the registry alone.
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT);
    settings.tls().ifPresent(tls -> builder.sslContext(new RegistryTls(connector, tls).context()));
    this.http = builder.build();
  }

  private static String basic(String login) {
    var bytes = login.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  /// Asks something that every registry answers.
  ///
  /// @throws UnavailableException when it does not answer
  /// @throws FlowException when it refuses the login, or is no schema registry
  public void check() throws UnavailableException {
    // A schema that nobody has: the answer needs no right to list what is there.
    get("/schemas/ids/0");
  }

  /// What is there, by its path: `/schemas/ids/17`.
  ///
  /// @throws UnavailableException when no address answers
  /// @throws FlowException when asking again does not help
  public RegistryAnswer get(String path) throws UnavailableException {
    return send(path, builder -> builder.GET());
  }

  /// What it answers to something new.
  ///
  /// @throws UnavailableException when no address answers
  /// @throws FlowException when asking again does not help
  public RegistryAnswer post(String path, Json body) throws UnavailableException {
    var bytes = HttpRequest.BodyPublishers.ofByteArray(body.toBytes());
    return send(path, builder -> builder.header("Content-Type", TYPE).POST(bytes));
  }

  @FunctionalInterface
  private interface Question {
    HttpRequest.Builder of(HttpRequest.Builder request);
  }

  private RegistryAnswer send(String path, Question question) throws UnavailableException {
    Optional<UnavailableException> trouble = Optional.empty();
    for (int i = 0; i < urls.size(); i++) {
      try {
        return answer(sendTo(urls.get(current) + path, question));
      } catch (UnavailableException e) {
        trouble = Optional.of(e);
        current = (current + 1) % urls.size();
      }
    }
    throw trouble.orElseThrow();
  }

  private HttpResponse<byte[]> sendTo(String url, Question question) throws UnavailableException {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(REQUEST).header("Accept", TYPE);
    login.ifPresent(it -> request.header("Authorization", it));
    try {
      var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_MOST);
      return http.send(question.of(request).build(), body);
    } catch (HttpTimeoutException e) {
      throw unavailable(ErrorType.TIMEOUT, "no answer in time", e);
    } catch (IOException e) {
      if (isDistrust(e)) {
        throw new FlowException(
            connector
                + ": the schema registry's certificate is not trusted. Put the authority that has"
                + " signed it into `schemaRegistry.tls.caFile`, and look whether it is for the name"
                + " in `schemaRegistry.url`.",
            e);
      }
      throw unavailable(ErrorType.CONNECTION_ERROR, e.getClass().getSimpleName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(ErrorType.CONTEXT_CANCELED, "stopped while asking", e);
    }
  }

  private static boolean isDistrust(Throwable e) {
    return e instanceof CertificateException || e.getCause() != null && isDistrust(e.getCause());
  }

  private RegistryAnswer answer(HttpResponse<byte[]> response) throws UnavailableException {
    int status = response.statusCode();
    if (status == 401 || status == 403) {
      throw new FlowException(
          connector
              + ": the schema registry refuses the login ("
              + status
              + "). Correct `schemaRegistry.basicAuth`, or the user's rights on the registry.");
    }
    if (status >= 500 || status == 408 || status == 429) {
      throw unavailable(ErrorType.CONNECTION_ERROR, "HTTP " + status, null);
    }
    var body = body(response.body());
    if (status == 200 && body.isPresent()) {
      return new Found(body.get());
    }
    // Only a registry has these codes: anybody else has no page of that name.
    var code = body.flatMap(it -> it.get("error_code")).map(Json::text);
    if (code.isEmpty() || !code.get().matches("\\d{1,9}")) {
      throw new FlowException(
          connector
              + ": what answers at `schemaRegistry.url` is no schema registry (HTTP "
              + status
              + "). Correct the address, its path included.");
    }
    var words = body.flatMap(it -> it.get("message")).map(Json::text).orElse("");
    return new Refused(Integer.parseInt(code.get()), line(words));
  }

  private static Optional<JsonObject> body(byte[] bytes) {
    try {
      return Json.parse(bytes) instanceof JsonObject object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static String line(String words) {
    var line = words.lines().findFirst().orElse("");
    return line.length() <= WORDS_MOST ? line : line.substring(0, WORDS_MOST) + "…";
  }

  private UnavailableException unavailable(ErrorType type, String why, Exception cause) {
    return new UnavailableException(
        type,
        connector
            + ": the schema registry does not answer ("
            + why
            + "). Look whether it runs and whether `schemaRegistry.url` is right.",
        cause);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
