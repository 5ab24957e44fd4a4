package io.dataflow.cli.chaos.world;

import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.clickhouse.ClickhouseName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The columns of a table for made-up records: a name and what it holds for each field.
final class Columns {
  private final Map<String, ColumnKind> kinds = new LinkedHashMap<>();

  /// Says what a column holds, whatever its values look like.
  Columns set(String name, ColumnKind kind) {
    kinds.put(name, kind);
    return this;
  }

  /// Adds the fields of a record that are not known yet.
  Columns add(JsonObject record) {
    for (int i = 0; i < record.size(); i++) {
      kinds.putIfAbsent(record.shape().name(i), ColumnKind.of(record.value(i)));
    }
    return this;
  }

  /// Makes a column one that tells versions apart: ClickHouse takes whole numbers or times for it.
  Columns version(String name) {
    kinds.computeIfPresent(
        name,
        (_, kind) ->
            switch (kind) {
              case WHOLE, NUMBER -> ColumnKind.WHOLE;
              case FLAG, MOMENT, TEXT, DOCUMENT -> ColumnKind.MOMENT;
            });
    return this;
  }

  /// Their names.
  List<String> names() {
    return List.copyOf(kinds.keySet());
  }

  /// The columns as PostgreSQL's `CREATE TABLE` takes them.
  ///
  /// @param key those of the primary key; there is none when it is empty
  String postgresql(List<String> key) {
    var columns =
        kinds.entrySet().stream()
            .map(column -> quoted(column.getKey()) + " " + column.getValue().postgresql())
            .collect(Collectors.joining(", "));
    return key.isEmpty() ? columns : columns + ", PRIMARY KEY (" + quoted(key) + ")";
  }

  /// The columns as ClickHouse's `CREATE TABLE` takes them.
  ///
  /// @param filled those that are never null
  String clickhouse(Collection<String> filled) {
    return kinds.entrySet().stream()
        .map(
            column -> {
              var type = column.getValue().clickhouse();
              return ClickhouseName.quoted(column.getKey())
                  + (filled.contains(column.getKey()) ? " " + type : " Nullable(" + type + ")");
            })
        .collect(Collectors.joining(", "));
  }

  /// A name in double quotes.
  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /// Names in double quotes, in a row.
  static String quoted(List<String> names) {
    return names.stream().map(Columns::quoted).collect(Collectors.joining(", "));
  }
}
