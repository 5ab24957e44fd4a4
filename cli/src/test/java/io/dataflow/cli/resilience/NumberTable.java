package io.dataflow.cli.resilience;

import io.dataflow.testbed.PostgresqlServer;
import io.dataflow.testbed.Servers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A database with a table `numbers` for the numbered records, and one `errors` for what an error
/// sink gets.
record NumberTable(PostgresqlServer server, String database) {
  private static final String TABLES =
      """
      CREATE TABLE numbers (seq bigint NOT NULL %s, text text);
      CREATE TABLE errors (error jsonb, original_message jsonb);
      """;

  /// A table that keeps every row, on the server that all tests share.
  static NumberTable keyless() {
    return keyless(Servers.postgresql());
  }

  /// A table that keeps every row, on a server.
  static NumberTable keyless(PostgresqlServer server) {
    return fresh(server, "");
  }

  /// A table that has each number at most once.
  static NumberTable keyed() {
    return fresh(Servers.postgresql(), "PRIMARY KEY");
  }

  private static NumberTable fresh(PostgresqlServer server, String key) {
    var database = Servers.freshName("numbers");
    server.createDatabase(database);
    var table = new NumberTable(server, database);
    table.run(TABLES.formatted(key));
    return table;
  }

  /// The table of the numbers as a sink or source, with further settings as `key: value`.
  String connector(String... more) {
    return Manifest.table(server, database, "numbers", more);
  }

  /// The table of the error sink.
  String errors() {
    return Manifest.table(server, database, "errors");
  }

  /// How many rows there are.
  long rows() {
    return number("SELECT count(*) FROM numbers");
  }

  /// How many different numbers there are.
  long distinct() {
    return number("SELECT count(DISTINCT seq) FROM numbers");
  }

  /// How many rows were written once more.
  long duplicates() {
    return rows() - distinct();
  }

  /// How many rows there are, when no record has gone to the error sink; each of these is sound.
  long soundRows() {
    var reasons = column("SELECT DISTINCT error->>'message' FROM errors LIMIT 5");
    if (!reasons.isEmpty()) {
      throw new AssertionError("in the error sink, although nothing is wrong with it: " + reasons);
    }
    return rows();
  }

  /// A number that a query finds.
  long number(String sql) {
    return Long.parseLong(column(sql).getFirst());
  }

  /// The first column of what a query finds.
  List<String> column(String sql) {
    try (var connection = server.connection(database);
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (row.next()) {
        values.add(row.getString(1));
      }
      return values;
    } catch (SQLException failure) {
      throw new AssertionError(sql, failure);
    }
  }

  /// Runs statements.
  void run(String sql) {
    try (var connection = server.connection(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new AssertionError(sql, failure);
    }
  }
}
