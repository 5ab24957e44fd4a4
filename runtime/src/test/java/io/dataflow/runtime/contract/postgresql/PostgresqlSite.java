package io.dataflow.runtime.contract.postgresql;

import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.ServerProxy;
import io.dataflow.testbed.PostgresqlServer;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.proxy.PostgresqlWire;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A database of the server of all tests.
final class PostgresqlSite {
  private static final String DATABASE = Servers.freshDatabase();

  private PostgresqlSite() {}

  static PostgresqlServer server() {
    return Servers.postgresql();
  }

  static String connectionString() {
    return server().connectionString(DATABASE);
  }

  static String connectionString(ServerProxy through) {
    return server().connectionString(DATABASE, through.port());
  }

  static String connectionString(String user, String password) {
    return connectionString().replace("postgres@", user + ":" + password + "@");
  }

  static ServerProxy proxy() {
    return new ServerProxy(0, server().port(), PostgresqlWire::new);
  }

  /// Makes a user who may do this to the table, and nothing else.
  static String user(String password, String rights, String table) {
    var name = Servers.freshName("user");
    server().createUser(name, password);
    if (!rights.isEmpty()) {
      run("GRANT " + rights + " ON " + table + " TO " + name);
    }
    return name;
  }

  /// Makes a table, the first of whose fields is its primary key.
  static void table(String name, List<Field> fields, String more) {
    var columns =
        fields.stream()
            .map(field -> quoted(field.name()) + " " + type(field.kind()))
            .collect(Collectors.joining(", "));
    run(
        "CREATE TABLE %s (%s%s, PRIMARY KEY (%s))"
            .formatted(name, columns, more, quoted(fields.getFirst().name())));
  }

  static void addColumn(String table, Field field) {
    run(
        "ALTER TABLE %s ADD COLUMN %s %s"
            .formatted(table, quoted(field.name()), type(field.kind())));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String type(Field.Kind kind) {
    return switch (kind) {
      case WHOLE -> "bigint";
      case DECIMAL -> "numeric";
      case TEXT -> "text";
      case FLAG -> "boolean";
      case MOMENT -> "timestamptz";
      case DOCUMENT -> "jsonb";
    };
  }

  static void run(String sql, String... values) {
    try (var connection = server().connection(DATABASE);
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /// The first column of every row, as text.
  static List<String> column(String sql) {
    try (var connection = server().connection(DATABASE);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
