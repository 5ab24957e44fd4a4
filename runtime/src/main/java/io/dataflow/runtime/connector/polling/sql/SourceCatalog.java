package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.runtime.connector.polling.CursorColumn;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks a database about what is to be read, without reading a row of it.
public interface SourceCatalog {

  /// Why this server cannot be read at all.
  Optional<String> objection() throws SQLException;

  /// The names of the columns, and for each whether it may be null; a name that two columns have is
  /// there twice.
  List<Map.Entry<String, Boolean>> columns() throws SQLException;

  /// The columns with their types, by name.
  Map<String, CursorColumn> types(List<String> names) throws SQLException;

  /// Has the server look at a statement without running it.
  void prepare(String sql) throws SQLException;

  /// Has the server read a stored value as the column's type.
  void read(CursorColumn column, String value) throws SQLException;

  /// Whether a row has no value in one of the columns; false when it takes long to tell.
  boolean hasNull(List<CursorColumn> columns) throws SQLException;

  /// Whether a unique index keeps two rows from having the same values in these columns; empty when
  /// no server knows: of a query, of a view.
  Optional<Boolean> isUnique(List<CursorColumn> columns) throws SQLException;

  /// Whether a statement brings a row.
  ///
  /// @param values for its parameters
  boolean brings(String sql, List<String> values) throws SQLException;

  /// Whether there is such a table or view.
  boolean exists(TableRelation table) throws SQLException;

  /// The table that differs in upper and lower case alone.
  Optional<String> similar(TableRelation table) throws SQLException;

  /// Creates the table with an id, the time of its creation and the time of its last change.
  ///
  /// @param tracking the name of the column with the time of change, or the order column's
  void create(TableRelation table, String tracking, String order) throws SQLException;
}
