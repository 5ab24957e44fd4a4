package io.dataflow.cli.chaos.world;

import io.dataflow.cli.terminal.CommandException;
import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.PostgresqlServer;
import io.dataflow.testbed.proxy.FaultProxy;
import io.dataflow.testbed.proxy.KafkaWire;
import io.dataflow.testbed.proxy.PostgresqlWire;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/// A Kafka and a PostgreSQL, each behind a proxy that the flow goes through and nobody else: what
/// is fed and counted does not suffer from the faults of the network. Both go away with all that
/// they hold.
public final class ChaosServers implements AutoCloseable {
  private final KafkaServer kafka;
  private final PostgresqlServer postgresql;
  private final FaultProxy kafkaProxy;
  private final FaultProxy postgresqlProxy;
  private final AtomicInteger databases = new AtomicInteger();

  private ChaosServers(KafkaServer kafka, PostgresqlServer postgresql) {
    this.kafka = kafka;
    this.postgresql = postgresql;
    var ports = kafka.proxying();
    this.kafkaProxy = FaultProxy.start(ports.proxyPort(), ports.port(), KafkaWire::new);
    this.postgresqlProxy = FaultProxy.start(0, postgresql.port(), PostgresqlWire::new);
  }

  /// Starts both at once.
  public static ChaosServers start() {
    var broker = CompletableFuture.supplyAsync(KafkaServer::startBehindProxy);
    var database = CompletableFuture.supplyAsync(PostgresqlServer::start);
    try {
      return new ChaosServers(broker.join(), database.join());
    } catch (CompletionException e) {
      throw new CommandException("chaos: " + e.getCause().getMessage(), e.getCause());
    }
  }

  /// The broker itself.
  public KafkaServer kafka() {
    return kafka;
  }

  /// The database server itself.
  public PostgresqlServer postgresql() {
    return postgresql;
  }

  /// The way of the flow to a server.
  public FaultProxy proxy(ServerKind kind) {
    return switch (kind) {
      case KAFKA -> kafkaProxy;
      case POSTGRESQL -> postgresqlProxy;
    };
  }

  /// Creates a database and returns its name.
  String freshDatabase() {
    var name = "chaos_" + databases.incrementAndGet();
    postgresql.createDatabase(name);
    return name;
  }

  /// The address of the broker for the flow.
  String kafkaAddress() {
    return kafka.proxying().bootstrap();
  }

  /// The address of a database for the flow.
  String postgresqlAddress(String database) {
    return postgresql.connectionString(database, postgresqlProxy.port());
  }

  /// Ends a server as an administrator does, and starts it again.
  public void restart(ServerKind kind) {
    switch (kind) {
      case KAFKA -> kafka.restart();
      case POSTGRESQL -> postgresql.restart();
    }
  }

  /// Kills a server (SIGKILL), and starts it again.
  public void crash(ServerKind kind) {
    switch (kind) {
      case KAFKA -> kafka.kill();
      case POSTGRESQL -> postgresql.kill();
    }
    restart(kind);
  }

  /// Goes back to a network and servers without faults.
  public void heal() {
    for (var kind : ServerKind.values()) {
      proxy(kind).disarm();
      proxy(kind).resume();
    }
  }

  @Override
  public void close() {
    kafkaProxy.close();
    postgresqlProxy.close();
    kafka.close();
    postgresql.close();
  }
}
