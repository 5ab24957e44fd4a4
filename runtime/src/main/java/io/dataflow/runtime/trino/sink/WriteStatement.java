package io.dataflow.runtime.trino.sink;

import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.trino.TrinoName;
import io.dataflow.runtime.trino.type.TrinoType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The statement that writes rows. All of them are one literal, a JSON array of arrays: that is
/// parsed and planned many times faster than a literal for each value.
///
/// @param columns of the rows, in their order
/// @param key by which rows that are there are found; empty for an INSERT
/// @param partial the columns that some rows have no value for: behind the values, each row tells
///     for each of these whether it has one
record WriteStatement(
    TrinoName table, List<Column> columns, List<Column> key, List<Column> partial) {
  private static final String FLAG = "boolean";

  /// @param rows as JSON, with commas between them
  String of(String rows) {
    return key.isEmpty() ? insert(rows) : merge(rows);
  }

  private String insert(String rows) {
    return "INSERT INTO %s (%s) SELECT %s FROM %s"
        .formatted(table.quoted(), names(), values(), source(rows));
  }

  private String merge(String rows) {
    var keys = Set.copyOf(key);
    var found =
        key.stream()
            .map(column -> "t." + quoted(column) + " = s." + alias(column))
            .collect(Collectors.joining(" AND "));
    var changes =
        columns.stream()
            .filter(column -> !keys.contains(column))
            .map(column -> quoted(column) + " = " + change(column))
            .collect(Collectors.joining(", "));
    return "MERGE INTO %s AS t USING (SELECT %s FROM %s) AS s ON %s%s WHEN NOT MATCHED THEN INSERT (%s) VALUES (%s)"
        .formatted(
            table.quoted(),
            aliased(),
            source(rows),
            found,
            changes.isEmpty() ? "" : " WHEN MATCHED THEN UPDATE SET " + changes,
            names(),
            columns.stream().map(column -> "s." + alias(column)).collect(Collectors.joining(", ")));
  }

  private String change(Column column) {
    var value = "s." + alias(column);
    return partial.contains(column)
        ? "IF(s.f%d, %s, t.%s)".formatted(partial.indexOf(column), value, quoted(column))
        : value;
  }

  private String aliased() {
    var flags = IntStream.range(0, partial.size()).mapToObj(i -> "f" + i);
    return Stream.concat(
            columns.stream().map(column -> value(column) + " AS " + alias(column)), flags)
        .collect(Collectors.joining(", "));
  }

  private String source(String rows) {
    var types =
        Stream.concat(
                columns.stream().map(column -> TrinoType.of(column.definition()).transport()),
                partial.stream().map(_ -> FLAG))
            .collect(Collectors.joining(", "));
    var aliases =
        Stream.concat(
                IntStream.range(0, columns.size()).mapToObj(i -> "c" + i),
                IntStream.range(0, partial.size()).mapToObj(i -> "f" + i))
            .collect(Collectors.joining(", "));
    return "UNNEST(CAST(json_parse(%s) AS ARRAY(ROW(%s)))) AS r (%s)"
        .formatted(TrinoName.literal("[" + rows + "]"), types, aliases);
  }

  private String names() {
    return columns.stream().map(WriteStatement::quoted).collect(Collectors.joining(", "));
  }

  private String values() {
    return columns.stream().map(this::value).collect(Collectors.joining(", "));
  }

  private String value(Column column) {
    return TrinoType.of(column.definition()).expression().replace("?", alias(column));
  }

  private String alias(Column column) {
    return "c" + columns.indexOf(column);
  }

  private static String quoted(Column column) {
    return TableName.quote(column.name());
  }
}
