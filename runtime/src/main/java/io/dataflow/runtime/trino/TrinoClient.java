package io.dataflow.runtime.trino;

import io.dataflow.api.connector.TrinoConnection;
import io.dataflow.api.json.JsonArray;
import io.dataflow.runtime.connector.tls.TlsContext;
import io.dataflow.runtime.trino.login.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Speaks Trino's statement protocol: a statement is posted, and each answer says where the next
/// one is. Used by one thread; closed from any.
public final class TrinoClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /// The longest that the server lets one answer wait is a second.
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private static final Duration GOODBYE = Duration.ofSeconds(2);
  private static final int UNAUTHORIZED = 401;

  private final TrinoConnection connection;
  private final URI statements;
  private final Duration limit;
  private final HttpClient http;
  private final Login login;
  private volatile Optional<Statement> running = Optional.empty();

  /// Connects with the first request.
  ///
  /// @param place whose it is, for messages: `sink:main (trino …)`
  /// @param limit how long a statement may take
  /// @throws io.dataflow.runtime.connector.FlowException when a certificate is none
  public TrinoClient(TrinoConnection connection, String place, Duration limit) {
    this.connection = connection;
    this.limit = limit;
    this.statements =
        URI.create(connection.serverURL().strip().replaceAll("/+$", "") + "/v1/statement");
    var builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    connection.tls().ifPresent(tls -> builder.sslContext(TlsContext.of(tls)));
    this.http = builder.build();
    this.login = Login.of(connection, http, place);
  }

  /// Runs a statement and returns its rows.
  ///
  /// @throws IOException when it is not known whether it was run
  public List<JsonArray> run(String sql) throws TrinoException, IOException {
    return rest(start(sql));
  }

  /// Hands a statement to the server, which runs it when it is asked for what comes next.
  ///
  /// @throws IOException when the answer is lost; then the server never runs it
  public Statement start(String sql) throws TrinoException, IOException {
    var request = request(statements).POST(BodyPublishers.ofString(sql));
    var statement = new Statement(System.nanoTime() + limit.toNanos(), checked(request));
    running = Optional.of(statement);
    return statement;
  }

  /// Asks for all that a statement still has to say.
  ///
  /// @throws IOException when it is not known how it has ended; it can be asked again
  public List<JsonArray> rest(Statement statement) throws TrinoException, IOException {
    var rows = new ArrayList<JsonArray>(statement.rows());
    while (statement.next().isPresent()) {
      advance(statement);
      rows.addAll(statement.rows());
    }
    return rows;
  }

  /// Asks a statement for what comes next.
  ///
  /// @throws IOException when there is no answer, or it has taken too long; it can be asked again
  public void advance(Statement statement) throws TrinoException, IOException {
    if (statement.isLate()) {
      cancel(statement);
      throw new HttpTimeoutException(
          "the statement has taken longer than " + limit.toSeconds() + " s");
    }
    running = Optional.of(statement);
    statement.take(checked(request(statement.next().orElseThrow()).GET()));
    if (statement.next().isEmpty()) {
      running = Optional.empty();
    }
  }

  /// Lets the server end a statement; what has become of it is not known.
  public void cancel(Statement statement) throws TrinoException, IOException {
    if (statement.next().isPresent()) {
      send(request(statement.next().get()).timeout(GOODBYE).DELETE());
    }
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(ANSWER)
        .header("X-Trino-User", connection.runsAs())
        .header("X-Trino-Source", "dataflow")
        .header("X-Trino-Catalog", encoded(connection.catalog()))
        .header("X-Trino-Schema", encoded(connection.schema()))
        // Else times are cut to milliseconds.
        .header("X-Trino-Client-Capabilities", "PARAMETRIC_DATETIME");
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name.strip(), StandardCharsets.UTF_8);
  }

  /// A token that the server does not take any more is renewed, once.
  private StatementAnswer checked(HttpRequest.Builder request) throws TrinoException, IOException {
    var answer = send(request);
    if (answer.statusCode() == UNAUTHORIZED && login.renew()) {
      answer = send(request);
    }
    return StatementAnswer.of(answer);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws TrinoException, IOException {
    var header = login.header();
    header.ifPresent(value -> request.setHeader("Authorization", value));
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Ends what is under way, on the server too.
  @Override
  public void close() {
    var last = running;
    running = Optional.empty();
    try {
      if (last.isPresent()) {
        cancel(last.get());
      }
    } catch (IOException | TrinoException e) {
      // The server ends by itself what nobody asks for any more.
      return;
    } finally {
      http.shutdownNow();
    }
  }
}
