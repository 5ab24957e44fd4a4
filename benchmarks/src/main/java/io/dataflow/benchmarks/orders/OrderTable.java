package io.dataflow.benchmarks.orders;

import java.sql.Connection;
import java.sql.SQLException;

/// The tables that contestants write.
public enum OrderTable {
  /// What the three steps leave. No key, so that the fastest way of each is open to it.
  ORDERS(
      "orders",
      "id, customer, email, amount, status, created, note, processed_at",
      "email text, amount numeric(12,2), status text, created timestamptz, note text,"
          + " processed_at timestamptz",
      "email = '***' and processed_at between now() - interval '1 day' and now()"),
  /// The same with a key, for `upsertMode`.
  KEYED("orders_keyed", ORDERS.columns, ORDERS.types + ", PRIMARY KEY (id)", ORDERS.stepsDone),
  /// The records as they are, without steps.
  RAW(
      "orders_raw",
      "id, customer, email, card, amount, status, created, note",
      "email text, card text, amount numeric(12,2), status text, created timestamptz, note text",
      "email like 'c%@example.com' and card like '4111%'");

  private final String table;
  private final String columns;
  private final String types;
  private final String stepsDone;

  OrderTable(String table, String columns, String types, String stepsDone) {
    this.table = table;
    this.columns = columns;
    this.types = types;
    this.stepsDone = stepsDone;
  }

  /// Its name.
  public String table() {
    return table;
  }

  /// The command that takes rows as [Order#row] has them.
  public String copy() {
    return "COPY " + table + " (" + columns + ") FROM STDIN";
  }

  void create(Connection connection) throws SQLException {
    execute(connection, "SET timezone = 'UTC'");
    execute(
        connection,
        "CREATE TABLE "
            + table
            + " (id bigint, customer text, "
            + types
            + ") WITH (autovacuum_enabled = false)");
  }

  /// Empties it and leaves the server nothing to catch up with.
  public void empty(Connection connection) throws SQLException {
    execute(connection, "TRUNCATE " + table);
    execute(connection, "CHECKPOINT");
  }

  /// Its size on disk, which costs the server nothing to tell.
  public long bytes(Connection connection) throws SQLException {
    return number(connection, "SELECT pg_relation_size('" + table + "')");
  }

  /// How many rows it has; the server must count them.
  public long rows(Connection connection) throws SQLException {
    return number(connection, "SELECT count(*) FROM " + table);
  }

  /// How many orders are in it, however often each.
  public long distinctRows(Connection connection) throws SQLException {
    return number(connection, "SELECT count(DISTINCT id) FROM " + table);
  }

  /// What is in it: the same for all who have written it well.
  public Content content(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "SELECT count(*), count(*) FILTER (WHERE "
                    + stepsDone
                    + "), coalesce(sum(hashtextextended(concat_ws('|', id, customer, amount,"
                    + " status, extract(epoch FROM created), note), 0)::numeric), 0) FROM "
                    + table)) {
      result.next();
      return new Content(result.getLong(1), result.getLong(2), result.getBigDecimal(3));
    }
  }

  /// When its rows were committed, as the server itself wrote it down.
  public Commits commits(Connection connection) throws SQLException {
    return Commits.of(connection, table);
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static void execute(Connection connection, String command) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
