package io.dataflow.runtime;

import io.dataflow.testbed.Servers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table of the test database, from its user's side.
///
/// @param name in a database of its own kind of orders: `public.<name>`
public record TestTable(String name) {

  /// A new table of these columns.
  public static TestTable fresh(String columns) {
    var table = new TestTable(Servers.freshName("t"));
    table.run("CREATE TABLE " + table.name + " (" + columns + ")");
    return table;
  }

  /// The `config` of a sink that writes it.
  public String config() {
    return "{connectionString: '%s', table: %s}"
        .formatted(Servers.postgresql().connectionString("postgres"), name);
  }

  /// Runs a statement, in which `%s` stands for the table.
  public void run(String text) {
    var sql = text.replace("%s", name);
    try (var connection = connection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /// The first value that a query brings.
  public static Optional<String> value(String sql) {
    try (var connection = connection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  public long count() {
    return Long.parseLong(column("count(*)").getFirst());
  }

  /// An expression of every row, as text, in the order of its values.
  public List<String> column(String expression) {
    var sql = "SELECT (" + expression + ")::text FROM " + name + " ORDER BY 1";
    try (var connection = connection();
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

  private static Connection connection() throws SQLException {
    return Servers.postgresql().connection("postgres");
  }
}
