package io.dataflow.runtime.trino.source;

import io.dataflow.api.connector.TrinoSource;
import io.dataflow.runtime.connector.polling.Cursor;
import io.dataflow.runtime.connector.polling.CursorColumn;
import io.dataflow.runtime.trino.ResultColumn;
import io.dataflow.runtime.trino.TrinoClient;
import io.dataflow.runtime.trino.TrinoException;
import io.dataflow.runtime.trino.TrinoName;
import io.dataflow.runtime.trino.TrinoProblem;
import io.dataflow.runtime.trino.type.TypeText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The table or query that a source's settings name, looked at without reading a row of it.
record SourceTable(TrinoSource source, TrinoProblem problem, TrinoClient client) {

  /// The table's name; that of a query's table is only for messages.
  TrinoName name() {
    return TrinoName.of(source.catalog(), source.schema(), source.table().orElse("query"));
  }

  /// How it is read.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when it cannot be
  SourceQuery query() throws TrinoException, IOException {
    var from = from();
    var statement = client.start(SourceQuery.columns(from));
    client.rest(statement);
    var columns = statement.columns();
    var order = find(columns, source.orderByColumn());
    var cursor =
        source
            .trackingColumn()
            .map(
                tracking ->
                    new Cursor(
                        needed(columns, "changeTrackingColumn", tracking),
                        needed(columns, "orderByColumn", source.orderByColumn())));
    return new SourceQuery(
        from, cursor, cursor.map(Cursor::order).or(() -> order), source.readBatchSize());
  }

  private String from() {
    return source
        .query()
        .map(sql -> "(" + sql.strip().replaceAll("[;\\s]+$", "") + "\n)")
        .orElseGet(() -> name().quoted());
  }

  private CursorColumn needed(List<ResultColumn> columns, String key, String name) {
    return find(columns, name)
        .orElseThrow(
            () ->
                problem.setup(
                    "`%s` names `%s`, and there is no such column. Its columns: %s."
                        .formatted(
                            key,
                            name,
                            columns.stream()
                                .map(ResultColumn::name)
                                .collect(Collectors.joining(", ")))));
  }

  private static Optional<CursorColumn> find(List<ResultColumn> columns, String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(column -> new CursorColumn(column.name(), column.type(), kind(column.type())));
  }

  private static CursorColumn.Kind kind(String type) {
    return switch (TypeText.parse(type).name()) {
      case "tinyint", "smallint", "integer", "bigint", "decimal", "real", "double" ->
          CursorColumn.Kind.NUMBER;
      case "timestamp" ->
          type.endsWith("with time zone") ? CursorColumn.Kind.MOMENT : CursorColumn.Kind.LOCAL_TIME;
      case "date" -> CursorColumn.Kind.LOCAL_TIME;
      default -> CursorColumn.Kind.OTHER;
    };
  }
}
