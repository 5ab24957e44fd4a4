package io.dataflow.runtime.contract.clickhouse;

import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.ServerProxy;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.clickhouse.ClickHouseServer;
import io.dataflow.testbed.proxy.HttpWire;
import java.util.List;
import java.util.stream.Collectors;

/// A database of the server of all tests.
final class ClickhouseSite {
  /// What a column says of itself that holds any JSON, or numbers of any length, as texts.
  static final String JSON = "json";

  private static final String DATABASE = database(Servers.freshName("database"));
  private static final String GUARDED = database(ClickHouseServer.GUARDED);

  private ClickhouseSite() {}

  private static String database(String name) {
    Servers.clickhouse().run("CREATE DATABASE IF NOT EXISTS " + quoted(name));
    return name;
  }

  static ClickHouseServer server() {
    return Servers.clickhouse();
  }

  static String connectionString() {
    return server().connectionString(DATABASE);
  }

  static String connectionString(ServerProxy through) {
    return server().connectionString(DATABASE, through.port());
  }

  /// For another user of the same database.
  static String asUser(String user, String password) {
    return server().connectionString(DATABASE, server().port(), user, password);
  }

  /// For a user who may do little.
  static String connectionString(String user, String password) {
    return server().connectionString(GUARDED, server().port(), user, password);
  }

  static ServerProxy proxy() {
    return new ServerProxy(0, server().port(), HttpWire::new);
  }

  /// The name of a table for statements.
  static String inDatabase(String table) {
    return quoted(DATABASE) + "." + quoted(table);
  }

  /// The same for the users who may do little.
  static String inGuarded(String table) {
    return quoted(GUARDED) + "." + quoted(table);
  }

  /// Makes a database with a name that needs quotes.
  static String freshDatabase() {
    return database(Servers.freshName("Sales"));
  }

  /// Makes a table that recognises an INSERT that comes again.
  ///
  /// @param name in quotes
  /// @param engine with its sorting key
  static void table(String name, List<Field> fields, String more, String engine) {
    var columns =
        fields.stream()
            .map(field -> column(field, field.equals(fields.getFirst())))
            .collect(Collectors.joining(", "));
    server()
        .run(
            "CREATE TABLE %s (%s%s) ENGINE = %s SETTINGS non_replicated_deduplication_window = 100"
                .formatted(name, columns, more, engine));
  }

  static void addColumn(String table, Field field) {
    server().run("ALTER TABLE %s ADD COLUMN %s".formatted(table, column(field, false)));
  }

  private static String column(Field field, boolean key) {
    var type = type(field.kind());
    var name = quoted(field.name());
    return switch (field.kind()) {
      case DECIMAL, DOCUMENT -> "%s Nullable(%s) COMMENT '%s'".formatted(name, type, JSON);
      case WHOLE, TEXT, FLAG, MOMENT -> name + (key ? " " + type : " Nullable(" + type + ")");
    };
  }

  /// ClickHouse has no type for numbers of any length, and none for any JSON.
  private static String type(Field.Kind kind) {
    return switch (kind) {
      case WHOLE -> "Int64";
      case DECIMAL, DOCUMENT, TEXT -> "String";
      case FLAG -> "Bool";
      case MOMENT -> "DateTime64(6, 'UTC')";
    };
  }

  static String quoted(String name) {
    return '`' + name.replace("\\", "\\\\").replace("`", "\\`") + '`';
  }

  /// The rows of a table, with the texts of columns that hold JSON as what they are.
  static List<String> rows(String table, String columns, String order) {
    return server()
        .run(
            "SELECT %s FROM %s %s FORMAT JSONEachRow SETTINGS date_time_output_format = 'iso',"
                    .formatted(columns, table, order)
                + " output_format_json_quote_64bit_integers = 0")
        .lines()
        .toList();
  }
}
