package io.dataflow.runtime.trino.sink;

import io.dataflow.api.connector.TrinoSink;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.connector.table.row.DraftType;
import io.dataflow.runtime.connector.table.row.RawRow;
import io.dataflow.runtime.connector.table.row.TableDraft;
import io.dataflow.runtime.trino.TrinoName;
import io.dataflow.runtime.trino.TrinoProblem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;

/// The statement that creates a table. Every column may be null.
record TrinoTableCreation(TrinoSink sink, TrinoName name, TrinoProblem problem) {
  /// Trino has no limit of its own; longer names are taken for a mistake.
  static final int NAME_MAX = 256;

  private static final String TEXT = "varchar";

  /// For these records.
  String of(TableDraft draft) {
    var columns = new LinkedHashMap<String, String>();
    draft
        .columns()
        .forEach(
            (column, type) ->
                columns.merge(
                    column.toLowerCase(Locale.ROOT),
                    column.equals(RawRow.DATA) && sink.rawMode() ? TEXT : type(type),
                    (one, other) -> one.equals(other) ? one : TEXT));
    for (var key : sink.conflictColumns()) {
      if (!columns.containsKey(key.toLowerCase(Locale.ROOT))) {
        throw problem.setup(
            ("`%s` cannot be created: no record has a field `%s`, which `conflictKey` names."
                    + " Correct it, or create the table.")
                .formatted(name, key));
      }
    }
    return statement(
        columns.entrySet().stream()
            .map(each -> TableName.quote(each.getKey()) + " " + each.getValue())
            .collect(Collectors.joining(", ")));
  }

  /// For whole bodies with their metadata in one column.
  String ofWholeBodies() {
    return statement("\"data\" varchar, \"_metadata\" varchar");
  }

  private static String type(DraftType type) {
    return switch (type) {
      case NOTHING, TEXT, JSON -> TEXT;
      case BOOLEAN -> "boolean";
      case WHOLE -> "bigint";
      case NUMBER -> "decimal(38, 18)";
      case MOMENT -> "timestamp(6) with time zone";
    };
  }

  private String statement(String columns) {
    return "CREATE TABLE IF NOT EXISTS %s (%s)".formatted(name.quoted(), columns);
  }
}
