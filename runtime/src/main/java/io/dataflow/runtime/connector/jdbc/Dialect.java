package io.dataflow.runtime.connector.jdbc;

import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.connector.table.row.DraftType;
import io.dataflow.runtime.connector.table.row.TableDraft;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// What databases with SQL and JDBC say each in their own way.
public interface Dialect {
  /// The type of a column that holds all values of this kind: `BIGINT`.
  String type(DraftType type);

  /// The longest name of a column, in bytes of UTF-8.
  int nameMax();

  /// Whose fault an error is.
  default SqlFault fault(SQLException failure) {
    return SqlState.fault(failure);
  }

  /// An identifier in a statement.
  default String quote(String identifier) {
    return TableName.quote(identifier);
  }

  /// The columns with their types, as `CREATE TABLE` has them.
  default String definitions(TableDraft draft) {
    return draft.columns().entrySet().stream()
        .map(column -> quote(column.getKey()) + " " + type(column.getValue()))
        .collect(Collectors.joining(", "));
  }

  /// The statement that adds columns to a table, unless it has them.
  ///
  /// @param draft at least one column
  default String addColumns(TableName name, TableDraft draft) {
    var columns =
        draft.columns().entrySet().stream()
            .map(column -> quote(column.getKey()) + " " + type(column.getValue()))
            .map(definition -> "ADD COLUMN IF NOT EXISTS " + definition)
            .collect(Collectors.joining(", "));
    return "ALTER TABLE " + name.quoted() + " " + columns;
  }

  /// The statement that creates a table unless there is one.
  ///
  /// @param draft at least one column
  /// @param key the columns of the primary key; none for a table without one
  default String create(TableName name, TableDraft draft, List<String> key) {
    var names = key.stream().map(this::quote).collect(Collectors.joining(", "));
    var primaryKey = key.isEmpty() ? "" : ", PRIMARY KEY (" + names + ")";
    return "CREATE TABLE IF NOT EXISTS %s (%s%s)"
        .formatted(name.quoted(), definitions(draft), primaryKey);
  }
}
