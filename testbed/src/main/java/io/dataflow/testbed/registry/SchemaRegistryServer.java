package io.dataflow.testbed.registry;

import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.Lifecycle;
import io.dataflow.testbed.server.Ports;
import io.dataflow.testbed.server.ServerException;
import io.dataflow.testbed.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// A real schema registry (Apicurio) that speaks Confluent's interface, in a process of its own.
///
/// It starts in some eight seconds. Everybody may use it, over plain HTTP; a [SchemaRegistryDoor]
/// asks for TLS and a login. What is registered is kept over a restart and a kill. It ends with the
/// JVM that started it.
public final class SchemaRegistryServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\\d+)");

  private final Folder folder = Folder.temporary("schema-registry");
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final int port = Ports.free();
  private final int managementPort = Ports.free();
  private final Lifecycle lifecycle;

  private SchemaRegistryServer() {
    var command = SchemaRegistryHome.find().java(options());
    this.lifecycle =
        new Lifecycle(
            folder,
            "TERM",
            () ->
                ServerProcess.start("the schema registry", command, log())
                    .ready("answer", () -> get("/subjects").statusCode() == 200));
    lifecycle.start();
  }

  private List<String> options() {
    return List.of(
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-Dquarkus.http.host=" + HOST,
        "-Dquarkus.http.port=" + port,
        "-Dquarkus.management.host=" + HOST,
        "-Dquarkus.management.port=" + managementPort,
        "-Dquarkus.otel.sdk.disabled=true",
        // What is registered is on the disk when the answer comes, and not half a second later.
        "-Dapicurio.datasource.url=jdbc:h2:file:" + folder.file("data") + ";WRITE_DELAY=0");
  }

  /// Starts a registry on a free port; its data goes away when it is closed.
  public static SchemaRegistryServer start() {
    return new SchemaRegistryServer();
  }

  /// The address that Confluent's clients want, without `/` at its end.
  public String url() {
    return "http://" + HOST + ":" + port + "/apis/ccompat/v7";
  }

  /// Registers an Avro schema under a subject and returns its id.
  public int register(String subject, String schema) {
    return registerWith(subject, schema, "[]");
  }

  /// Registers an Avro schema that refers to others.
  ///
  /// @param references as JSON: `[{"name": "Money", "subject": "money", "version": 1}]`
  public int registerWith(String subject, String schema, String references) {
    return add(
        subject, "{\"schema\": %s, \"references\": %s}".formatted(quoted(schema), references));
  }

  /// Registers a JSON Schema under a subject and returns its id.
  public int registerJsonSchema(String subject, String schema) {
    return add(subject, "{\"schemaType\": \"JSON\", \"schema\": %s}".formatted(quoted(schema)));
  }

  private int add(String subject, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(url() + "/subjects/" + subject + "/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = send(request);
    var id = ID.matcher(answer.body());
    if (answer.statusCode() != 200 || !id.find()) {
      throw new ServerException("the registry refuses the schema: " + answer.body());
    }
    return Integer.parseInt(id.group(1));
  }

  /// Says what the next schema of a subject that is there must be: `BACKWARD`, `NONE`.
  public void compatibility(String subject, String level) {
    var body = "{\"compatibility\": \"" + level + "\"}";
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(url() + "/config/" + subject))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    if (answer.statusCode() != 200) {
      throw new ServerException("the registry refuses the compatibility: " + answer.body());
    }
  }

  /// What it answers to a GET of the path below [#url].
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url() + path)).build());
  }

  /// The file with everything that the registry has said.
  public Path log() {
    return folder.file("schema-registry.log");
  }

  /// Starts a stopped or killed registry on the same port and data.
  public void restart() {
    lifecycle.restart();
  }

  /// Stops it as an administrator does; its data stays.
  public void stop() {
    lifecycle.stop();
  }

  /// Kills it (SIGKILL); its data stays.
  public void kill() {
    lifecycle.kill();
  }

  /// Stops it for good; its data goes away.
  @Override
  public void close() {
    lifecycle.close();
    http.close();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new ServerException("the schema registry does not answer", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while asking the schema registry", stopped);
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
