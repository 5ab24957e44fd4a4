package io.dataflow.runtime.postgresql.cdc.change;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonText;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.postgresql.cdc.value.ValueForms;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes relations of what the server says of tables, with what the manifest wants of them.
///
/// @param tables the names of those that are wanted: `public.orders`
/// @param include the columns that are wanted; empty for all
/// @param exclude those that are not
/// @param id the column of the metadata `id`
public record RelationCatalog(
    Set<String> tables, Set<String> include, Set<String> exclude, String id, ValueForms forms) {
  /// A column as the server describes it.
  ///
  /// @param key whether it is one of those by which a row is found again
  /// @param type the number of its type
  public record ColumnDescription(String name, boolean key, int type) {}

  /// The relation; empty for a table that is not wanted.
  public Optional<ReplicatedRelation> relation(
      String schema, String table, boolean full, List<ColumnDescription> columns)
      throws SQLException {
    var name = name(schema, table);
    if (!tables.contains(name)) {
      return Optional.empty();
    }
    var all = new ArrayList<RelationColumn>();
    int idPlace = -1;
    for (var column : columns) {
      if (column.name().equals(id)) {
        idPlace = all.size();
      }
      all.add(
          new RelationColumn(
              column.name(),
              opening(column.name()),
              column.key(),
              isWanted(column.name()),
              forms.of(column.type())));
    }
    return Optional.of(
        new ReplicatedRelation(schema, table, name, full, List.copyOf(all), idPlace));
  }

  private boolean isWanted(String column) {
    return (include.isEmpty() || include.contains(column)) && !exclude.contains(column);
  }

  private static byte[] opening(String name) {
    var out = new Bytes(name.length() + 3);
    JsonText.write(name, out);
    out.put(':');
    return out.toByteArray();
  }

  /// A table's name for people.
  public static String name(String schema, String table) {
    return new TableName(Optional.of(schema), table, false).toString();
  }
}
