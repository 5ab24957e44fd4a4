package io.dataflow.runtime.clickhouse;

import io.dataflow.api.json.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/// Speaks ClickHouse's HTTP interface. Used by one thread; closed from any.
public final class ClickhouseClient implements AutoCloseable {
  private static final String CODE = "X-ClickHouse-Exception-Code";
  private static final String IN_BODY = "__exception__";

  private final ClickhouseAddress address;
  private final HttpClient http;

  /// Connects with the first request.
  public ClickhouseClient(ClickhouseAddress address) {
    this.address = address;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(address.connectTimeout())
            .build();
  }

  /// Runs a statement and returns its whole answer.
  ///
  /// @throws IOException when it is not known whether it was run
  public String run(String sql) throws ServerException, IOException {
    var request = request(Map.of("wait_end_of_query", "1"), BodyPublishers.ofString(sql), false);
    return checked(send(request, BodyHandlers.ofString()));
  }

  /// Runs a statement with what it takes, and waits until the server has all of it.
  ///
  /// @param settings of the statement
  /// @throws IOException when it is not known whether it was run
  public void insert(String sql, Map<String, String> settings, Bytes rows)
      throws ServerException, IOException {
    var all = new LinkedHashMap<>(settings);
    all.put("query", sql);
    all.put("wait_end_of_query", "1");
    checked(send(request(all, body(rows), address.gzip()), BodyHandlers.ofString()));
  }

  private BodyPublisher body(Bytes rows) throws IOException {
    if (!address.gzip()) {
      return BodyPublishers.ofByteArray(rows.array(), 0, rows.size());
    }
    var packed = new ByteArrayOutputStream(rows.size() / 4 + 64);
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(rows.array(), 0, rows.size());
    }
    return BodyPublishers.ofByteArray(packed.toByteArray());
  }

  /// Runs a statement and returns its answer as it comes, to be closed by the caller.
  public InputStream read(String sql, Map<String, String> settings)
      throws ServerException, IOException {
    var answer =
        send(request(settings, BodyPublishers.ofString(sql), false), BodyHandlers.ofInputStream());
    if (answer.statusCode() == 200 && code(answer) == 0) {
      return answer.body();
    }
    try (var body = answer.body()) {
      var text = new String(body.readNBytes(1 << 16), StandardCharsets.UTF_8);
      throw new ServerException(answer.statusCode(), code(answer), text);
    }
  }

  private HttpRequest request(Map<String, String> settings, BodyPublisher body, boolean gzip) {
    var all = new LinkedHashMap<String, String>();
    all.put("database", address.database());
    all.putAll(address.settings());
    all.putAll(settings);
    var query =
        all.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&", "/?", ""));
    var request =
        HttpRequest.newBuilder(URI.create(address.base() + query))
            .timeout(address.readTimeout())
            .POST(body);
    login().ifPresent(login -> request.header("Authorization", login));
    if (gzip) {
      request.header("Content-Encoding", "gzip");
    }
    return request.build();
  }

  /// As HTTP has it, in which a password may have any character. A header that takes some alone is
  /// refused by the client with its value in the exception's text.
  private Optional<String> login() {
    if (address.user().isEmpty() && address.password().isEmpty()) {
      return Optional.empty();
    }
    var login = address.user().orElse("default") + ":" + address.password().orElse("");
    var bytes = login.getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException {
    try {
      return http.send(request, body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static int code(HttpResponse<?> answer) {
    return answer.headers().firstValue(CODE).map(Integer::valueOf).orElse(0);
  }

  /// An error may come at the end of a result that had begun well.
  private static String checked(HttpResponse<String> answer) throws ServerException {
    var body = answer.body();
    int inBody = body.indexOf(IN_BODY);
    if (answer.statusCode() != 200 || code(answer) != 0) {
      throw new ServerException(answer.statusCode(), code(answer), body);
    }
    if (inBody >= 0 && body.indexOf("DB::Exception", inBody) >= 0) {
      throw new ServerException(200, 0, body.substring(inBody));
    }
    return body;
  }

  /// Ends what is under way.
  @Override
  public void close() {
    http.shutdownNow();
  }
}
