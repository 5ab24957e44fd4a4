package io.dataflow.cluster;

import io.dataflow.testbed.Servers;
import java.sql.SQLException;

/// A database of the shared PostgreSQL.
record Database(String name) {

  /// An empty one that no other test uses.
  static Database fresh() {
    return new Database(Servers.freshDatabase());
  }

  /// Its address for a manifest.
  String url() {
    return Servers.postgresql().connectionString(name);
  }

  /// Runs SQL.
  Database execute(String sql) {
    try (var connection = Servers.postgresql().connection(name);
        var statement = connection.createStatement()) {
      statement.execute(sql);
      return this;
    } catch (SQLException failure) {
      throw new AssertionError(sql, failure);
    }
  }

  /// The number that a query answers.
  long number(String query) {
    try (var connection = Servers.postgresql().connection(name);
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException failure) {
      throw new AssertionError(query, failure);
    }
  }

  /// Makes the table `sink` that every row is only added to, so that one that comes twice shows.
  Database withSink() {
    return execute("CREATE TABLE sink (id bigint NOT NULL, note text)");
  }

  /// Rows of the table `sink`.
  long rows() {
    return number("SELECT count(*) FROM sink");
  }

  /// Rows of the table `sink`, each id once.
  long ids() {
    return number("SELECT count(DISTINCT id) FROM sink");
  }

  /// Makes the table `source`.
  Database withSource() {
    return execute(
        """
        CREATE TABLE source (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          note text,
          updated_at timestamptz NOT NULL DEFAULT clock_timestamp());
        CREATE INDEX ON source (updated_at, id)
        """);
  }

  /// Adds rows to the table `source`.
  void add(long rows) {
    execute("INSERT INTO source (note) SELECT 'a' FROM generate_series(1, " + rows + ")");
  }
}
