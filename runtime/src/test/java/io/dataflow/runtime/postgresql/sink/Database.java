package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.model.secret.Secret;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.testbed.PostgresqlServer;
import io.dataflow.testbed.Servers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/// A database of a test's own on a real server.
record Database(PostgresqlServer server, String name) {

  /// An empty database on the server that all tests share.
  static Database fresh() {
    return new Database(Servers.postgresql(), Servers.freshDatabase());
  }

  void run(String sql) {
    try (var connection = server.connection(name);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /// The rows of a query, each as its values with `|` between them.
  List<String> rows(String sql) {
    try (var connection = server.connection(name);
        var statement = connection.createStatement();
        var row = utc(statement).executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (row.next()) {
        var values = new StringJoiner("|");
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(row.getString(i));
        }
        rows.add(values.toString());
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private static Statement utc(Statement statement) throws SQLException {
    statement.execute("SET TIME ZONE 'UTC'");
    return statement;
  }

  String value(String sql) {
    return rows(sql).getFirst();
  }

  String connectionString() {
    return server.connectionString(name);
  }

  /// Settings that insert into the table.
  PostgresqlSink insert(String table) {
    return sink(table, false, Optional.empty(), false);
  }

  /// Settings that upsert into the table, by its primary key.
  PostgresqlSink upsert(String table) {
    return sink(table, true, Optional.empty(), false);
  }

  PostgresqlSink upsert(String table, String conflictKey) {
    return sink(table, true, Optional.of(conflictKey), false);
  }

  PostgresqlSink sink(String table, boolean upsert, Optional<String> key, boolean autoCreate) {
    return new PostgresqlSink(
        new Secret(connectionString()), table, Optional.empty(), 10, autoCreate, upsert, key);
  }

  /// A sink with the settings of a manifest, in YAML: `table: orders, upsertMode: true`.
  PostgresqlSink settings(String config) {
    return settings(config, "postgres");
  }

  /// The same for another user.
  ///
  /// @param credentials as a URL has them: `user:password`
  PostgresqlSink settings(String config, String credentials) {
    var url = connectionString().replace("postgres@", credentials + "@");
    var manifest =
        """
        source: {type: kafka, config: {brokers: ["kafka:9092"], topic: t}}
        sink: {type: postgresql, config: {connectionStringSecretRef: {name: a, key: b}, %s}}
        """
            .formatted(config);
    return switch (Manifest.parse(manifest).bind((_, _) -> Optional.of(url))) {
      case Reading.Valid valid -> (PostgresqlSink) valid.flow().spec().sink();
      case Reading.Invalid invalid -> throw new AssertionError(invalid.problems());
    };
  }

  /// Messages with these bodies, in which single quotes stand for double ones.
  static List<Message> messages(Stream<String> bodies) {
    return new ArrayList<>(bodies.map(Database::message).toList());
  }

  static List<Message> messages(String... bodies) {
    return messages(Stream.of(bodies));
  }

  static Message message(String body) {
    return message(body, Map.of());
  }

  static Message message(String body, Map<String, Object> metadata) {
    var bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new Message(bytes, Metadata.of(metadata));
  }
}
