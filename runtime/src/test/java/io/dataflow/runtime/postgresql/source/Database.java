package io.dataflow.runtime.postgresql.source;

import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.api.connector.security.Tls;
import io.dataflow.api.model.secret.Secret;
import io.dataflow.testbed.PostgresqlServer;
import io.dataflow.testbed.Servers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// An empty database of a test's own, and sources that read it.
record Database(PostgresqlServer server, String name) {

  static Database fresh() {
    return new Database(Servers.postgresql(), Servers.freshDatabase());
  }

  void run(String sql) {
    try (var connection = server.connection(name);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + ": " + e.getMessage(), e);
    }
  }

  /// A table of that many rows, `id` from 1, all changed a second after the one before.
  void rows(String table, int count) {
    run("CREATE TABLE " + table + " (id bigint PRIMARY KEY, updated_at timestamptz, name text)");
    more(table, 1, count);
  }

  void more(String table, int from, int to) {
    run(
        "INSERT INTO %s SELECT n, '2026-01-01 00:00:00+00'::timestamptz + n * interval '1 s', 'n' || n"
                .formatted(table)
            + " FROM generate_series(%d, %d) n".formatted(from, to));
  }

  SourceBuilder source() {
    return new SourceBuilder(server.connectionString(name));
  }

  /// A source's configuration, with the defaults of the manifest.
  static final class SourceBuilder {
    private String connectionString;
    private Optional<String> table = Optional.empty();
    private Optional<String> query = Optional.empty();
    private Optional<String> tracking = Optional.empty();
    private Optional<Tls> tls = Optional.empty();
    private String order = "id";
    private int readBatchSize;
    private Optional<Duration> settleTime = Optional.empty();
    private boolean autoCreate;

    private SourceBuilder(String connectionString) {
      this.connectionString = connectionString;
    }

    SourceBuilder connection(String text) {
      connectionString = text;
      return this;
    }

    SourceBuilder tls(Tls settings) {
      tls = Optional.of(settings);
      return this;
    }

    SourceBuilder table(String name) {
      table = Optional.of(name);
      return this;
    }

    SourceBuilder query(String sql) {
      query = Optional.of(sql);
      return this;
    }

    SourceBuilder tracking(String column) {
      tracking = Optional.of(column);
      return this;
    }

    SourceBuilder order(String column) {
      order = column;
      return this;
    }

    SourceBuilder readBatchSize(int rows) {
      readBatchSize = rows;
      return this;
    }

    SourceBuilder settleTime(Duration time) {
      settleTime = Optional.of(time);
      return this;
    }

    SourceBuilder autoCreate() {
      autoCreate = true;
      return this;
    }

    /// Polls again after a tenth of a second.
    PostgresqlSource build() {
      return new PostgresqlSource(
          new Secret(connectionString),
          tls,
          table,
          query,
          0,
          readBatchSize,
          tracking,
          order,
          settleTime,
          autoCreate);
    }
  }
}
