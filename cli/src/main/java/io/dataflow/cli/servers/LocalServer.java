package io.dataflow.cli.servers;

import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.PostgresqlServer;
import io.dataflow.testbed.clickhouse.ClickHouseServer;
import io.dataflow.testbed.registry.SchemaRegistryServer;

/// A server that runs here.
///
/// @param setting a line for the `config` of a source or a sink
/// @param end takes it away, with all it holds
record LocalServer(ServerName name, String setting, Runnable end) implements AutoCloseable {

  /// Starts one and returns when it answers.
  static LocalServer start(ServerName name) {
    return switch (name) {
      case KAFKA -> {
        var kafka = KafkaServer.start();
        yield new LocalServer(name, "brokers: ['" + kafka.bootstrap() + "']", kafka::close);
      }
      case SCHEMA_REGISTRY -> {
        var registry = SchemaRegistryServer.start();
        var setting = "schemaRegistry: {url: '" + registry.url() + "'}";
        yield new LocalServer(name, setting, registry::close);
      }
      case POSTGRESQL -> {
        var postgresql = PostgresqlServer.start();
        var address = postgresql.connectionString("postgres");
        yield new LocalServer(name, connection(address), postgresql::close);
      }
      case CLICKHOUSE -> {
        var clickhouse = ClickHouseServer.start();
        var address = clickhouse.connectionString("default");
        yield new LocalServer(name, connection(address), clickhouse::close);
      }
    };
  }

  private static String connection(String address) {
    return "connectionString: '" + address + "'";
  }

  @Override
  public void close() {
    end.run();
  }
}
