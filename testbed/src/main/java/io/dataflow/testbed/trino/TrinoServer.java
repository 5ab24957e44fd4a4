package io.dataflow.testbed.trino;

import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.Lifecycle;
import io.dataflow.testbed.server.Ports;
import io.dataflow.testbed.server.ServerException;
import io.dataflow.testbed.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A real Trino in a process of its own, with the catalogs `memory` and `iceberg`, whose tables lie
/// in the server's folder. It speaks HTTP on the loopback address and believes everybody who they
/// say they are; another port is encrypted and asks for [TrinoLogins]. Users whose names begin with
/// `reader` may only read, and those that begin with `writer` may only insert.
///
/// It starts in some 15 seconds and takes a GB. What it has committed to `iceberg` survives a kill.
/// It ends with the JVM that started it.
public final class TrinoServer implements AutoCloseable {
  /// The user of tests, who may do everything.
  public static final String USER = "tester";

  private static final String HOST = "127.0.0.1";
  private static final String RELEASE = "483";

  private static final Pattern NEXT = Pattern.compile("\"nextUri\":\"([^\"]+)\"");
  private static final Pattern ERROR =
      Pattern.compile("\"error\":\\{\"message\":\"(.*?)\",\"error");

  private final Folder folder = Folder.temporary("trino");
  private final int port = Ports.free();
  private final int securePort = Ports.free();
  private final TrinoLogins logins = TrinoLogins.create(folder);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Lifecycle lifecycle;

  private TrinoServer() {
    new TrinoSettings(folder, port, securePort).write();
    this.lifecycle =
        new Lifecycle(
            folder,
            "TERM",
            () -> ServerProcess.start("Trino", command(), log()).ready("answer", this::isReady));
    lifecycle.start();
    run("CREATE SCHEMA IF NOT EXISTS iceberg.shop");
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx700m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--add-modules=jdk.incubator.vector",
        "-Djdk.attach.allowAttachSelf=true",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dnode.data-dir=" + folder.file("data"),
        "-Dnode.environment=test",
        "-Dconfig=" + folder.file("config.properties"),
        "-Dlog.levels-file=" + folder.file("log.properties"),
        "-cp",
        TrinoHome.classPath(),
        TrinoLauncher.class.getName(),
        RELEASE);
  }

  private boolean isReady() throws IOException, InterruptedException {
    var info = HttpRequest.newBuilder(URI.create(url() + "/v1/info")).build();
    return client.send(info, BodyHandlers.ofString()).body().contains("\"starting\":false");
  }

  /// Starts a server on a free port; its data goes away when it is closed.
  public static TrinoServer start() {
    return new TrinoServer();
  }

  /// The port on the loopback address.
  public int port() {
    return port;
  }

  /// The address for a manifest.
  public String url() {
    return url(port);
  }

  /// The same for clients that come through a proxy on another port.
  public String url(int proxyPort) {
    return "http://" + HOST + ":" + proxyPort;
  }

  /// The address of the port that asks for passwords or tokens, and is encrypted.
  public String secureUrl() {
    return "https://" + HOST + ":" + securePort;
  }

  /// Who is let in there.
  public TrinoLogins logins() {
    return logins;
  }

  private Path log() {
    return folder.file("trino.log");
  }

  /// Runs a statement to its end and returns all answers of the server, one a line.
  public String run(String sql) {
    try {
      var answer = send(request(url() + "/v1/statement").POST(BodyPublishers.ofString(sql)), sql);
      var all = new StringBuilder(answer);
      for (var next = NEXT.matcher(answer); next.find(); next = NEXT.matcher(answer)) {
        answer = send(request(next.group(1)), sql);
        all.append('\n').append(answer);
      }
      return all.toString();
    } catch (IOException failure) {
      throw new ServerException("Trino: " + failure.getMessage(), failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted", stopped);
    }
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address))
        .header("X-Trino-User", USER)
        .header("X-Trino-Catalog", "memory")
        .header("X-Trino-Schema", "default")
        .header("X-Trino-Client-Capabilities", "PARAMETRIC_DATETIME");
  }

  private String send(HttpRequest.Builder request, String sql)
      throws IOException, InterruptedException {
    var answer = client.send(request.build(), BodyHandlers.ofString()).body();
    var error = ERROR.matcher(answer);
    if (error.find()) {
      throw new ServerException("Trino: " + error.group(1) + ": " + sql);
    }
    return answer;
  }

  /// Starts a stopped or killed server on the same port and data, or stops it first when it runs.
  public void restart() {
    lifecycle.restart();
  }

  /// Stops the server well; its data stays.
  public void stop() {
    lifecycle.stop();
  }

  /// Kills the server (SIGKILL); its data stays.
  public void kill() {
    lifecycle.kill();
  }

  /// Stops the server for good; its data goes away.
  @Override
  public void close() {
    client.close();
    lifecycle.close();
  }
}
