package io.dataflow.cli.chaos.world;

import io.dataflow.cli.terminal.CommandException;
import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.PostgresqlServer;
import io.dataflow.testbed.clickhouse.ClickHouseServer;
import io.dataflow.testbed.proxy.FaultProxy;
import io.dataflow.testbed.proxy.HttpWire;
import io.dataflow.testbed.proxy.KafkaWire;
import io.dataflow.testbed.proxy.PostgresqlWire;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The servers that a flow needs, each behind a proxy that the flow goes through and nobody else:
/// what is fed and counted does not suffer from the faults of the network. All go away with all
/// that they hold.
public final class ChaosServers implements AutoCloseable {
  private final Optional<KafkaServer> kafka;
  private final Optional<PostgresqlServer> postgresql;
  private final Optional<ClickHouseServer> clickhouse;
  private final Map<ServerKind, FaultProxy> proxies = new EnumMap<>(ServerKind.class);
  private final AtomicInteger databases = new AtomicInteger();

  private ChaosServers(
      Optional<KafkaServer> kafka,
      Optional<PostgresqlServer> postgresql,
      Optional<ClickHouseServer> clickhouse) {
    this.kafka = kafka;
    this.postgresql = postgresql;
    this.clickhouse = clickhouse;
    kafka
        .map(KafkaServer::proxying)
        .map(ports -> FaultProxy.start(ports.proxyPort(), ports.port(), KafkaWire::new))
        .ifPresent(proxy -> proxies.put(ServerKind.KAFKA, proxy));
    postgresql
        .map(server -> FaultProxy.start(0, server.port(), PostgresqlWire::new))
        .ifPresent(proxy -> proxies.put(ServerKind.POSTGRESQL, proxy));
    clickhouse
        .map(server -> FaultProxy.start(0, server.port(), HttpWire::new))
        .ifPresent(proxy -> proxies.put(ServerKind.CLICKHOUSE, proxy));
  }

  /// Starts those that are needed, all at once.
  public static ChaosServers start(Set<ServerKind> needed) {
    var broker = start(needed, ServerKind.KAFKA, KafkaServer::startBehindProxy);
    var database = start(needed, ServerKind.POSTGRESQL, PostgresqlServer::start);
    var store = start(needed, ServerKind.CLICKHOUSE, ClickHouseServer::start);
    try {
      return new ChaosServers(broker.join(), database.join(), store.join());
    } catch (CompletionException e) {
      throw new CommandException("chaos: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private static <T> CompletableFuture<Optional<T>> start(
      Set<ServerKind> needed, ServerKind kind, Supplier<T> start) {
    return needed.contains(kind)
        ? CompletableFuture.supplyAsync(() -> Optional.of(start.get()))
        : CompletableFuture.completedFuture(Optional.empty());
  }

  /// The broker itself.
  public KafkaServer kafka() {
    return started(kafka, ServerKind.KAFKA);
  }

  /// The database server itself.
  public PostgresqlServer postgresql() {
    return started(postgresql, ServerKind.POSTGRESQL);
  }

  /// The column store itself.
  public ClickHouseServer clickhouse() {
    return started(clickhouse, ServerKind.CLICKHOUSE);
  }

  /// The way of the flow to a server.
  public FaultProxy proxy(ServerKind kind) {
    return started(Optional.ofNullable(proxies.get(kind)), kind);
  }

  private static <T> T started(Optional<T> server, ServerKind kind) {
    return server.orElseThrow(
        () -> new IllegalStateException("the flow needs no " + kind.title() + ", so none runs"));
  }

  /// Creates a database in PostgreSQL and returns its name.
  String freshDatabase() {
    var name = freshName();
    postgresql().createDatabase(name);
    return name;
  }

  /// Creates a database in ClickHouse and returns its name.
  String freshStore() {
    var name = freshName();
    clickhouse().run("CREATE DATABASE " + name);
    return name;
  }

  private String freshName() {
    return "chaos_" + databases.incrementAndGet();
  }

  /// The address of the broker for the flow.
  String kafkaAddress() {
    return kafka().proxying().bootstrap();
  }

  /// The address of a database for the flow.
  String postgresqlAddress(String database) {
    return postgresql().connectionString(database, proxy(ServerKind.POSTGRESQL).port());
  }

  /// The address of a database in ClickHouse for the flow.
  String clickhouseAddress(String database) {
    return clickhouse().connectionString(database, proxy(ServerKind.CLICKHOUSE).port());
  }

  /// Ends a server as an administrator does, and starts it again.
  public void restart(ServerKind kind) {
    switch (kind) {
      case KAFKA -> kafka().restart();
      case POSTGRESQL -> postgresql().restart();
      case CLICKHOUSE -> clickhouse().restart();
    }
  }

  /// Kills a server (SIGKILL), and starts it again.
  public void crash(ServerKind kind) {
    switch (kind) {
      case KAFKA -> kafka().kill();
      case POSTGRESQL -> postgresql().kill();
      case CLICKHOUSE -> clickhouse().kill();
    }
    restart(kind);
  }

  /// Goes back to a network and servers without faults.
  public void heal() {
    for (var proxy : proxies.values()) {
      proxy.disarm();
      proxy.resume();
    }
  }

  @Override
  public void close() {
    proxies.values().forEach(FaultProxy::close);
    kafka.ifPresent(KafkaServer::close);
    postgresql.ifPresent(PostgresqlServer::close);
    clickhouse.ifPresent(ClickHouseServer::close);
  }
}
