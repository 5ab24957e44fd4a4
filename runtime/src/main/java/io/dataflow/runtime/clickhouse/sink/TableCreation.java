package io.dataflow.runtime.clickhouse.sink;

import io.dataflow.api.connector.ClickhouseSink;
import io.dataflow.runtime.clickhouse.ClickhouseName;
import io.dataflow.runtime.clickhouse.ClickhouseProblem;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.connector.table.row.DraftType;
import io.dataflow.runtime.connector.table.row.RawRow;
import io.dataflow.runtime.connector.table.row.TableDraft;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The statement that creates a table. It recognises an INSERT that comes again with the same
/// token, and every column but the key's may be null.
record TableCreation(ClickhouseSink sink, TableName name, ClickhouseProblem problem) {
  /// ClickHouse has no limit of its own; longer names are taken for a mistake.
  static final int NAME_MAX = 256;

  private static final String CREATED_AT = "created_at";

  /// For these records.
  String of(TableDraft draft) {
    var named = Stream.concat(sink.conflictColumns().stream(), version()).toList();
    for (var column : named) {
      if (!draft.has(column)) {
        throw problem.setup(
            ("`%s` cannot be created: no record has a field `%s`, which `conflictKey` or"
                    + " `replacingVersionColumn` names. Correct it, or create the table.")
                .formatted(name, column));
      }
    }
    if (sink.rawMode()) {
      var key = sink.conflictColumns();
      return statement(
          raw(columns(draft.without(RawRow.DATA), named)),
          key.isEmpty() ? List.of(CREATED_AT) : key,
          "");
    }
    var first = List.of(draft.columns().keySet().iterator().next());
    var key = sink.conflictColumns().isEmpty() ? first : sink.conflictColumns();
    boolean keyed = sink.replaces() || !sink.conflictColumns().isEmpty();
    return statement(
        columns(draft, keyed ? Stream.concat(key.stream(), version()).toList() : List.of()),
        key,
        keyed ? "" : ", allow_nullable_key = 1");
  }

  /// For whole bodies with their metadata in one column.
  String ofWholeBodies() {
    return statement(raw("`_metadata` String"), List.of(CREATED_AT), "");
  }

  private static String raw(String metadata) {
    return "`data` String"
        + (metadata.isEmpty() ? "" : ", " + metadata)
        + ", `created_at` DateTime DEFAULT now()";
  }

  private Stream<String> version() {
    return sink.replaces() ? sink.replacingVersionColumn().stream() : Stream.empty();
  }

  private static String columns(TableDraft draft, List<String> notNull) {
    return draft.columns().entrySet().stream()
        .map(
            each ->
                ClickhouseName.quoted(each.getKey())
                    + " "
                    + (notNull.contains(each.getKey())
                        ? type(each.getValue())
                        : "Nullable(" + type(each.getValue()) + ")"))
        .collect(Collectors.joining(", "));
  }

  private static String type(DraftType type) {
    return switch (type) {
      case NOTHING, TEXT, JSON -> "String";
      case BOOLEAN -> "Bool";
      case WHOLE -> "Int64";
      case NUMBER -> "Decimal(76, 38)";
      case MOMENT -> "DateTime64(6, 'UTC')";
    };
  }

  private String statement(String columns, List<String> key, String settings) {
    var engine =
        sink.replaces()
            ? "ReplacingMergeTree("
                + version().map(ClickhouseName::quoted).collect(Collectors.joining())
                + ")"
            : "MergeTree";
    return "CREATE TABLE IF NOT EXISTS %s (%s) ENGINE = %s ORDER BY (%s) SETTINGS %s%s"
        .formatted(
            ClickhouseName.quoted(name),
            columns,
            engine,
            key.stream().map(ClickhouseName::quoted).collect(Collectors.joining(", ")),
            "non_replicated_deduplication_window = 1000",
            settings);
  }
}
