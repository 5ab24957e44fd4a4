package io.dataflow.testbed.clickhouse;

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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/// A real ClickHouse in a process of its own, that speaks HTTP on the loopback address.
///
/// It starts in a second. What it has committed survives a kill. It asks for passwords; its users
/// are the three that are named here. It takes 600 MB of memory at most, and ends with the JVM that
/// started it.
public final class ClickHouseServer implements AutoCloseable {
  /// The user who may do everything.
  public static final String USER = "tester";

  /// A user who may INSERT into the tables of [#GUARDED], and nothing else.
  public static final String WRITER = "writer";

  /// A user who may SELECT from the tables of [#GUARDED], and nothing else.
  public static final String READER = "reader";

  /// A user who may do everything, with a password that must be written with care.
  public static final String GUEST = "guest";

  /// Of [#GUEST].
  public static final String GUEST_PASSWORD = "пароль: 100% \"+\"";

  /// The database of those two; to be created.
  public static final String GUARDED = "guarded";

  /// The password of all of them.
  public static final String PASSWORD = "test-5e1d-pass";

  private static final String HOST = "127.0.0.1";

  private static final String CONFIG =
      """
      <clickhouse>
        <max_server_memory_usage>600000000</max_server_memory_usage>
        <users_config>users.xml</users_config>
        <mark_cache_size>16777216</mark_cache_size>
        <uncompressed_cache_size>0</uncompressed_cache_size>
        <logger><level>warning</level></logger>
        <send_crash_reports><enabled>false</enabled></send_crash_reports>
      </clickhouse>
      """;

  private static final String USER_OF_THE_STARTER =
      "<default><no_password/><networks><ip>127.0.0.1</ip></networks>"
          + "<profile>default</profile><quota>default</quota></default>";

  private static final String A_USER =
      "<%s><password>%s</password><networks><ip>127.0.0.1</ip></networks>"
          + "<profile>default</profile><quota>default</quota>%s</%1$s>";

  private final Folder folder;
  private final int port;
  private final Lifecycle lifecycle;
  private final ClickHouseHome home = ClickHouseHome.find();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private ClickHouseServer(Folder folder, int port) {
    this.folder = folder;
    this.port = port;
    folder.write("config.xml", CONFIG);
    folder.write("users.xml", users());
    this.lifecycle =
        new Lifecycle(
            folder,
            "TERM",
            () ->
                ServerProcess.start("ClickHouse", command(), log()).ready("answer", this::isReady));
    lifecycle.start();
  }

  private static String users() {
    return "<clickhouse><profiles><default><max_threads>2</max_threads></default></profiles>"
        + "<quotas><default/></quotas><users>"
        + USER_OF_THE_STARTER
        + A_USER.formatted(USER, PASSWORD, "")
        + A_USER.formatted(WRITER, PASSWORD, granted("INSERT"))
        + A_USER.formatted(READER, PASSWORD, granted("SELECT"))
        + A_USER.formatted(GUEST, GUEST_PASSWORD, "")
        + "</users></clickhouse>";
  }

  private static String granted(String right) {
    return "<grants><query>GRANT %s ON %s.*</query></grants>".formatted(right, GUARDED);
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx32m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        ClickHouseLauncher.class.getName(),
        home.library().toString(),
        "--path=" + folder.file("data"),
        "--config-file=" + folder.file("config.xml"),
        "--log-level=warning",
        "--http_port=" + port,
        "--listen_host=" + HOST,
        // The query that never ends keeps the server up; a signal ends both.
        "--query=SYSTEM START LISTEN HTTP; SELECT sleepEachRow(1) FROM system.numbers"
            + " SETTINGS max_block_size = 1 FORMAT Null");
  }

  private boolean isReady() throws IOException, InterruptedException {
    var ping = HttpRequest.newBuilder(URI.create("http://" + address() + "/ping")).build();
    return client.send(ping, BodyHandlers.ofString()).body().startsWith("Ok");
  }

  /// Starts a server on a free port; its data goes away when it is closed.
  public static ClickHouseServer start() {
    return new ClickHouseServer(Folder.temporary("clickhouse"), Ports.free());
  }

  /// Starts a server on a port; its data stays in the folder, and what is there already is used.
  public static ClickHouseServer start(Path dir, int port) {
    return new ClickHouseServer(Folder.at(dir), port);
  }

  /// The port on the loopback address.
  public int port() {
    return port;
  }

  /// Host and port.
  public String address() {
    return HOST + ":" + port;
  }

  /// The file with everything that the server has said.
  public Path log() {
    return folder.file("clickhouse.log");
  }

  /// The address for a manifest, as the user who may do everything.
  public String connectionString(String database) {
    return connectionString(database, port);
  }

  /// The same for clients that come through a proxy on another port.
  public String connectionString(String database, int proxyPort) {
    return connectionString(database, proxyPort, USER, PASSWORD);
  }

  /// The same for another user.
  public String connectionString(String database, int proxyPort, String user, String password) {
    return "http://%s:%s@%s:%d/%s".formatted(user, password, HOST, proxyPort, database);
  }

  /// Runs a statement as the user who may do everything, and returns what it answers.
  public String run(String sql) {
    try {
      var answer = client.send(request(sql), BodyHandlers.ofString());
      return checked(answer);
    } catch (IOException failure) {
      throw new ServerException("ClickHouse: " + failure.getMessage(), failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted", stopped);
    }
  }

  private HttpRequest request(String sql) {
    return HttpRequest.newBuilder(URI.create("http://" + address() + "/?wait_end_of_query=1"))
        .header("X-ClickHouse-User", USER)
        .header("X-ClickHouse-Key", PASSWORD)
        .POST(HttpRequest.BodyPublishers.ofString(sql))
        .build();
  }

  private static String checked(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new ServerException("ClickHouse: " + answer.body());
    }
    return answer.body();
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

  /// Stops the server for good; data in a temporary folder goes away.
  @Override
  public void close() {
    client.close();
    lifecycle.close();
  }
}
