package io.dataflow.runtime.checkpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.runtime.cluster.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// An API server that has one ConfigMap and does, when a test says so, what a real one cannot be
/// brought to: to fail with any status, or to do what it is asked and not answer.
final class FakeConfigMapApi implements AutoCloseable {
  /// What goes wrong with a patch.
  enum Fault {
    /// The connection breaks before anything is done.
    LOST_REQUEST,
    /// It is done, and the connection breaks before the answer.
    LOST_ANSWER
  }

  static final String TOKEN = "token-canary";

  final List<String> requests = new CopyOnWriteArrayList<>();
  final List<Fault> faults = new CopyOnWriteArrayList<>();
  final List<Integer> statuses = new CopyOnWriteArrayList<>();

  /// What happens while a patch is under way.
  volatile Runnable meanwhile = () -> {};

  private final HttpServer server;
  private final Path token;
  private final AtomicInteger version = new AtomicInteger(1);
  private Optional<JsonObject> data = Optional.of(JsonObject.empty());
  private String uid = "first";

  FakeConfigMapApi(Path folder) throws IOException {
    token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  Cluster cluster() {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new Cluster(address, token, token);
  }

  CheckpointConfigMap configMap() {
    return new CheckpointConfigMap(cluster(), "shop", "df-orders-checkpoint");
  }

  void renewToken(String text) throws IOException {
    Files.writeString(token, text);
  }

  /// What somebody else does to the data.
  synchronized void edit(UnaryOperator<JsonObject> change) {
    data = Optional.of(change.apply((JsonObject) data.orElseThrow().copy()));
    version.incrementAndGet();
  }

  /// What somebody else puts under a key.
  void put(String key, String text) {
    edit(
        object -> {
          object.put(key, JsonScalar.of(text));
          return object;
        });
  }

  synchronized void delete() {
    data = Optional.empty();
  }

  synchronized void create(String otherUid) {
    data = Optional.of(JsonObject.empty());
    uid = otherUid;
    version.incrementAndGet();
  }

  /// What lies under a key; empty when nothing does.
  synchronized String text(String key) {
    return data.flatMap(object -> object.get(key)).map(Json::text).orElse("");
  }

  /// How many writes were asked for.
  long patches() {
    return requests.stream().filter(request -> request.startsWith("PATCH")).count();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      if (!statuses.isEmpty()) {
        send(exchange, statuses.removeFirst(), "{\"message\":\"as the test wants it\"}");
        return;
      }
      var authorization = exchange.getRequestHeaders().getFirst("Authorization");
      if (!authorization.equals("Bearer " + Files.readString(token).strip())) {
        send(exchange, 401, "{}");
        return;
      }
      var patch = exchange.getRequestMethod().equals("PATCH");
      var fault =
          patch && !faults.isEmpty() ? Optional.of(faults.removeFirst()) : Optional.<Fault>empty();
      if (patch) {
        meanwhile.run();
      }
      if (fault.filter(Fault.LOST_REQUEST::equals).isPresent()) {
        return;
      }
      var status = patch ? patch((JsonObject) Json.parse(body)) : status();
      if (fault.isEmpty()) {
        send(exchange, status, object());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private synchronized int status() {
    return data.isPresent() ? 200 : 404;
  }

  private synchronized int patch(JsonObject patch) {
    var metadata = (JsonObject) patch.get("metadata").orElseThrow();
    if (data.isEmpty()) {
      return 404;
    }
    if (!metadata.get("resourceVersion").orElseThrow().text().equals(version.toString())) {
      return 409;
    }
    var changes = (JsonObject) patch.get("data").orElseThrow();
    edit(object -> merged(object, changes));
    return 200;
  }

  private static JsonObject merged(JsonObject object, JsonObject changes) {
    for (var key : List.of("checkpoint.json", "reset")) {
      changes
          .get(key)
          .ifPresent(
              value -> {
                if (value.text().isEmpty()) {
                  object.remove(key);
                } else {
                  object.put(key, value);
                }
              });
    }
    return object;
  }

  private synchronized String object() {
    return "{\"metadata\":{\"uid\":\"%s\",\"resourceVersion\":\"%s\"},\"data\":%s}"
        .formatted(uid, version, data.map(Object::toString).orElse("null"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
