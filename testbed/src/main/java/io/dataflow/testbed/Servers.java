package io.dataflow.testbed;

import io.dataflow.testbed.clickhouse.ClickHouseServer;
import io.dataflow.testbed.registry.SchemaRegistryServer;
import io.dataflow.testbed.trino.TrinoServer;
import java.util.concurrent.atomic.AtomicInteger;

/// One Kafka, PostgreSQL, ClickHouse, Trino and schema registry for all tests of a JVM, each
/// started
/// when first asked for.
///
/// A test takes fresh topics and databases from them and must not stop them: a test that stops its
/// server starts one of its own.
public final class Servers {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Servers() {}

  /// The shared broker, without logins and TLS.
  public static KafkaServer kafka() {
    return SharedKafka.SERVER;
  }

  /// The shared database server.
  public static PostgresqlServer postgresql() {
    return SharedPostgresql.SERVER;
  }

  /// The shared schema registry, which everybody may use.
  public static SchemaRegistryServer schemaRegistry() {
    return SharedSchemaRegistry.SERVER;
  }

  /// The shared column store.
  public static ClickHouseServer clickhouse() {
    return SharedClickHouse.SERVER;
  }

  /// The shared query engine.
  public static TrinoServer trino() {
    return SharedTrino.SERVER;
  }

  /// Creates a topic that no other test uses and returns its name.
  public static String freshTopic(int partitions) {
    var name = "topic-" + NUMBER.incrementAndGet();
    kafka().createTopic(name, partitions);
    return name;
  }

  /// Creates a database that no other test uses and returns its name.
  public static String freshDatabase() {
    var name = "database_" + NUMBER.incrementAndGet();
    postgresql().createDatabase(name);
    return name;
  }

  /// Returns a name for a table, group or whatever, that no other test of this JVM uses.
  public static String freshName(String prefix) {
    return prefix + "_" + NUMBER.incrementAndGet();
  }

  private static final class SharedKafka {
    static final KafkaServer SERVER = KafkaServer.start();
  }

  private static final class SharedSchemaRegistry {
    static final SchemaRegistryServer SERVER = SchemaRegistryServer.start();
  }

  private static final class SharedPostgresql {
    static final PostgresqlServer SERVER = PostgresqlServer.start();
  }

  private static final class SharedClickHouse {
    static final ClickHouseServer SERVER = ClickHouseServer.start();
  }

  private static final class SharedTrino {
    static final TrinoServer SERVER = TrinoServer.start();
  }
}
