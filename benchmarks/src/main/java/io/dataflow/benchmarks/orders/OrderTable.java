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
      "email like 'c%@example.com' and card like '4111%'"),
  /// The same records whole, as `rawMode` writes them, in a table as `autoCreateTable` makes it but
  /// without its index.
  WHOLE("orders_whole", RAW.stepsDone, ""),
  /// The same with the index.
  INDEXED("orders_indexed", RAW.stepsDone, "CREATE INDEX ON orders_indexed USING gin (data)");

  private static final String FIELDS =
      "(data->>'id')::bigint AS id, data->>'customer' AS customer, data->>'email' AS email,"
          + " data->>'card' AS card, (data->>'amount')::numeric(12,2) AS amount,"
          + " data->>'status' AS status, (data->>'created')::timestamptz AS created,"
          + " data->>'note' AS note";

  private final String table;
  private final String columns;
  private final String types;
  private final String stepsDone;
  private final String definition;
  private final String index;
  private final boolean whole;

  OrderTable(String table, String columns, String types, String stepsDone) {
    this.table = table;
    this.columns = columns;
    this.types = types;
    this.stepsDone = stepsDone;
    this.definition = "id bigint, customer text, " + types;
    this.index = "";
    this.whole = false;
  }

  /// Of whole bodies.
  OrderTable(String table, String stepsDone, String index) {
    this.table = table;
    this.columns = "data, _metadata";
    this.types = "";
    this.stepsDone = stepsDone;
    this.definition =
        "id SERIAL PRIMARY KEY, data JSONB NOT NULL, _metadata JSONB,"
            + " created_at TIMESTAMP DEFAULT now(), updated_at TIMESTAMP DEFAULT now(),"
            + " deleted_at TIMESTAMP";
    this.index = index;
    this.whole = true;
  }

  /// Its name.
  public String table() {
    return table;
  }

  /// Whether its rows are whole bodies, which is `rawMode`.
  public boolean isWhole() {
    return whole;
  }

  /// The command that takes rows as [Order#row] has them.
  public String copy() {
    return "COPY " + table + " (" + columns + ") FROM STDIN";
  }

  void create(Connection connection) throws SQLException {
    execute(connection, "SET timezone = 'UTC'");
    execute(
        connection,
        "CREATE TABLE " + table + " (" + definition + ") WITH (autovacuum_enabled = false)");
    if (!index.isEmpty()) {
      execute(connection, index);
    }
  }

  /// What its orders are read from, with a column for each field.
  private String orders() {
    return whole ? "(SELECT " + FIELDS + " FROM " + table + ") AS orders" : table;
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
    return number(connection, "SELECT count(DISTINCT id) FROM " + orders());
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
                    + orders())) {
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
