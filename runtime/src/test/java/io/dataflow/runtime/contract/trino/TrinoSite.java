package io.dataflow.runtime.contract.trino;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.ServerProxy;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.proxy.TrinoWire;
import io.dataflow.testbed.trino.TrinoLogins;
import io.dataflow.testbed.trino.TrinoServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Schemas of the server of all tests.
final class TrinoSite {
  /// A catalog whose tables keep their order, and cannot be changed.
  static final String MEMORY = "memory.default";

  /// A catalog whose tables can be changed.
  static final String ICEBERG = "iceberg.shop";

  private TrinoSite() {}

  static TrinoServer server() {
    return Servers.trino();
  }

  static ServerProxy proxy() {
    return new ServerProxy(0, server().port(), TrinoWire::new);
  }

  /// The settings that name a table.
  ///
  /// @param url of the server
  /// @param schema with its catalog
  static String config(String url, String schema, String table) {
    var parts = schema.split("\\.");
    return "serverURL: '%s', user: %s, catalog: %s, schema: %s, table: %s"
        .formatted(url, TrinoServer.USER, parts[0], parts[1], table);
  }

  /// The same for a user with a password, over the encrypted port.
  static String guarded(String table, String user, String password) {
    return ("serverURL: '%s', catalog: memory, schema: default, table: %s,"
            + " basicAuth: {username: %s, password: '%s'}, tls: {caFile: '%s'}")
        .formatted(server().secureUrl(), table, user, password, logins().certificate().caFile());
  }

  static TrinoLogins logins() {
    return server().logins();
  }

  /// Makes a table.
  static void table(String name, List<Field> fields, String more) {
    var columns = fields.stream().map(TrinoSite::column).collect(Collectors.joining(", "));
    server().run("CREATE TABLE %s (%s%s)".formatted(name, columns, more));
  }

  /// The memory catalog cannot read the rows that were there before a column was added, so the
  /// table is made anew with it.
  static void addColumn(String table, Field field) {
    var other = table + "_grown";
    server()
        .run(
            "CREATE TABLE %s AS SELECT *, CAST(NULL AS %s) AS %s FROM %s"
                .formatted(other, type(field.kind()), quoted(field.name()), table));
    server().run("DROP TABLE " + table);
    server().run("ALTER TABLE %s RENAME TO %s".formatted(other, table));
  }

  /// Makes a table that a source reads.
  static void source(String name, List<Field> fields) {
    var columns =
        fields.stream()
            .map(
                field ->
                    switch (field.kind()) {
                      case DOCUMENT -> quoted(field.name()) + " json";
                      case DECIMAL, WHOLE, TEXT, FLAG, MOMENT -> column(field);
                    })
            .collect(Collectors.joining(", "));
    server()
        .run(
            "CREATE TABLE %s (%s, updated_at timestamp(6) with time zone)"
                .formatted(name, columns));
  }

  private static String column(Field field) {
    return quoted(field.name()) + " " + type(field.kind());
  }

  /// Trino has no type for numbers of any length, and its `json` sorts what it is given.
  private static String type(Field.Kind kind) {
    return switch (kind) {
      case WHOLE -> "bigint";
      case DECIMAL, DOCUMENT, TEXT -> "varchar";
      case FLAG -> "boolean";
      case MOMENT -> "timestamp(6) with time zone";
    };
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// The rows that a query brings, as JSON arrays.
  static List<JsonArray> rows(String query) {
    return rows(server(), query);
  }

  /// The same of another server.
  static List<JsonArray> rows(TrinoServer server, String query) {
    var rows = new ArrayList<JsonArray>();
    for (var answer : server.run(query).lines().toList()) {
      var object = (JsonObject) Json.parse(answer.getBytes(StandardCharsets.UTF_8));
      if (object.get("data").orElse(null) instanceof JsonArray data) {
        for (int i = 0; i < data.size(); i++) {
          rows.add((JsonArray) data.get(i));
        }
      }
    }
    return rows;
  }

  /// The names of a table's columns.
  static List<String> columns(String table) {
    return rows("SHOW COLUMNS FROM " + table).stream().map(row -> row.get(0).text()).toList();
  }

  /// How Trino knows a name.
  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
