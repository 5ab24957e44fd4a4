package io.dataflow.testbed;

import io.dataflow.testbed.server.Await;
import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.Lifecycle;
import io.dataflow.testbed.server.Ports;
import io.dataflow.testbed.server.ServerException;
import io.dataflow.testbed.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/// A real Kafka broker, its own controller, in a process with a class path of its own.
///
/// It starts in about four seconds. Topics are never made by themselves. It ends with the JVM that
/// started it. Methods throw [ServerException] with the end of the broker's log.
public final class KafkaServer implements AutoCloseable {
  static final String HOST = "127.0.0.1";

  private static final Duration TOPIC_PATIENCE = Duration.ofSeconds(30);

  private static final String CLUSTER = "ZGF0YWZsb3ctdGVzdGJlZA";
  private static final List<String> FORMAT_OPTIONS =
      List.of("-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  private static final List<String> BROKER_OPTIONS =
      List.of(
          "-Xshare:auto",
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-Djava.awt.headless=true",
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
          "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info");

  private final Folder folder;
  private final int port;
  private final Optional<KafkaSecurity> security;
  private final Optional<KafkaProxying> proxying;
  private final Lifecycle lifecycle;

  private KafkaServer(
      Folder folder, int port, Optional<KafkaSecurity> security, Optional<KafkaProxying> proxying) {
    this.folder = folder;
    this.port = port;
    this.security = security;
    this.proxying = proxying;
    var home = KafkaHome.find();
    var properties = folder.file("server.properties").toString();
    var broker = home.java(BROKER_OPTIONS, "kafka.Kafka", properties);
    this.lifecycle =
        new Lifecycle(
            folder,
            "TERM",
            () -> ServerProcess.start("Kafka", broker, log()).ready("Kafka Server started"));
    folder.write(
        "server.properties",
        new KafkaProperties(folder, port, Ports.free(), security, proxying).text());
    if (!Files.exists(folder.file("data/meta.properties"))) {
      ServerProcess.run("Kafka's format", format(home, properties), log());
    }
    lifecycle.start();
    security.ifPresent(this::createUser);
  }

  private static List<String> format(KafkaHome home, String properties) {
    return home.java(
        FORMAT_OPTIONS, "kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", properties);
  }

  /// Starts a broker on a free port; its data goes away when it is closed.
  public static KafkaServer start() {
    return new KafkaServer(
        Folder.temporary("kafka"), Ports.free(), Optional.empty(), Optional.empty());
  }

  /// Starts a broker on a port; its data stays in the folder, and what is there already is used.
  public static KafkaServer start(Path dir, int port) {
    return new KafkaServer(Folder.at(dir), port, Optional.empty(), Optional.empty());
  }

  /// Starts a broker that has, beside the open port, ports that want a login, TLS, or both.
  public static KafkaServer startSecured() {
    var folder = Folder.temporary("kafka");
    return new KafkaServer(
        folder, Ports.free(), Optional.of(new KafkaSecurity(folder)), Optional.empty());
  }

  /// Starts a broker that has, beside the open port, one for clients that come through a proxy.
  public static KafkaServer startBehindProxy() {
    return new KafkaServer(
        Folder.temporary("kafka"),
        Ports.free(),
        Optional.empty(),
        Optional.of(KafkaProxying.onFreePorts()));
  }

  /// The address for clients, as `host:port`.
  public String bootstrap() {
    return HOST + ":" + port;
  }

  /// The doors that want a login or TLS; throws when the broker was started without them.
  public KafkaSecurity security() {
    return security.orElseThrow(
        () ->
            new ServerException("this broker has none: start it with KafkaServer.startSecured()"));
  }

  /// The ports of the way through a proxy; throws when the broker was started without it.
  public KafkaProxying proxying() {
    return proxying.orElseThrow(
        () ->
            new ServerException(
                "this broker has none: start it with KafkaServer.startBehindProxy()"));
  }

  /// The file with everything that the broker has said.
  public Path log() {
    return folder.file("kafka.log");
  }

  /// Creates a topic with one replica and returns when it can be used.
  public void createTopic(String name, int partitions) {
    ask(
        admin -> {
          admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
          // The answer may come before the broker itself knows the topic.
          Await.until(
              "Kafka knows the topic " + name,
              TOPIC_PATIENCE,
              () -> admin.describeTopics(List.of(name)).allTopicNames().get().containsKey(name));
        });
  }

  /// Starts a stopped or killed broker on the same port and data, or stops it first when it runs.
  public void restart() {
    lifecycle.restart();
  }

  /// Stops the broker as an administrator does; its data stays.
  public void stop() {
    lifecycle.stop();
  }

  /// Kills the broker (SIGKILL), as a machine that loses power does; its data stays.
  public void kill() {
    lifecycle.kill();
  }

  /// Stops the broker for good; data in a temporary folder goes away.
  @Override
  public void close() {
    lifecycle.close();
  }

  /// One request for each mechanism: the broker refuses two changes of one user in one request.
  private void createUser(KafkaSecurity of) {
    for (var mechanism : List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)) {
      var credential = new ScramCredentialInfo(mechanism, 4096);
      var user = new UserScramCredentialUpsertion(of.username(), credential, of.password());
      ask(admin -> admin.alterUserScramCredentials(List.of(user)).all().get());
    }
  }

  private interface Request {
    void send(Admin admin) throws InterruptedException, ExecutionException;
  }

  private void ask(Request request) {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap()))) {
      request.send(admin);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while asking Kafka", stopped);
    } catch (ExecutionException failure) {
      throw new ServerException("Kafka: " + failure.getCause().getMessage(), failure.getCause());
    }
  }
}
