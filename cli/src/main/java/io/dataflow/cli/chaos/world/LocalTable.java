package io.dataflow.cli.chaos.world;

import io.dataflow.cli.terminal.CommandException;
import io.dataflow.testbed.PostgresqlServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A table of a chaos run in its own database, looked at without the proxy.
///
/// @param name as the manifest has it: `orders`, `public.orders`, `"odd.schema".orders`
record LocalTable(PostgresqlServer server, String database, String name) {
  private static final Pattern PART = Pattern.compile("\"(?:[^\"]|\"\")*\"|[^.\"]+");

  /// The name for SQL.
  String quoted() {
    return parts().stream().collect(Collectors.joining("."));
  }

  private List<String> parts() {
    return PART.matcher(name.strip())
        .results()
        .map(MatchResult::group)
        .map(part -> part.startsWith("\"") ? part : Columns.quoted(part))
        .toList();
  }

  /// Creates it, and its schema.
  ///
  /// @param columns what stands in the brackets of `CREATE TABLE`
  void create(String columns) {
    if (parts().size() > 1) {
      run("CREATE SCHEMA IF NOT EXISTS " + parts().getFirst());
    }
    run("CREATE TABLE IF NOT EXISTS " + quoted() + " (" + columns + ")");
  }

  /// Runs a statement that makes it, or what belongs to it.
  void run(String sql) {
    try (var connection = server.connection(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new CommandException("chaos: the table " + name + " cannot be made: " + message(e), e);
    }
  }

  /// The numbers in the first column of what a query finds; -1 for what is none.
  List<Long> numbers(String sql) {
    try (var connection = server.connection(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var numbers = new ArrayList<Long>();
      while (rows.next()) {
        long number = rows.getLong(1);
        numbers.add(rows.wasNull() ? -1 : number);
      }
      return numbers;
    } catch (SQLException e) {
      throw new CommandException("chaos: the table " + name + " cannot be read: " + message(e), e);
    }
  }

  private static String message(SQLException e) {
    return String.valueOf(e.getMessage());
  }
}
