package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.Deletes;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.postgresql.PostgresqlProblem;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.util.List;
import java.util.Optional;

/// Looks whether a table has the columns that an upsert's settings name.
record UpsertCheck(PostgresqlSink sink, PostgresqlProblem problem) {

  /// The column of the version; empty when every message updates.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when the table has none
  Optional<Column> version(PostgresqlTable table, List<Column> key) {
    if (sink.versionColumn().isEmpty()) {
      return Optional.empty();
    }
    var name = sink.versionColumn().get();
    var column = table.column(name);
    if (column.isEmpty() || key.contains(column.get())) {
      throw problem.setup(
          ("`upsertVersionColumn` names `%s`, which %s. Name a column of `%s` that grows with every"
                  + " change of a row.")
              .formatted(
                  name,
                  column.isEmpty() ? "the table does not have" : "is part of the key",
                  table.name()));
    }
    return column;
  }

  /// What becomes of deletions.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when the table cannot hold the mark
  Deletes deletes(PostgresqlTable table, List<Column> key) {
    if (sink.softDeleteColumn().isPresent()) {
      return new Deletes.Mark(mark(table, key, sink.softDeleteColumn().get()));
    }
    return sink.hardDelete() ? new Deletes.Remove() : new Deletes.AsRows();
  }

  private Column mark(PostgresqlTable table, List<Column> key, String name) {
    var column =
        table
            .column(name)
            .orElseThrow(
                () ->
                    problem.setup(
                        ("`softDeleteColumn` names `%s`, but `%s` has no such column."
                                + " Run: ALTER TABLE %s ADD COLUMN %s timestamptz")
                            .formatted(
                                name, table.name(), table.name(), TableName.readable(name))));
    var why =
        key.contains(column)
            ? "it is part of the key"
            : column.notNull()
                ? "it must not be null, which it is while a row is not deleted"
                : !column.definition().matches("(time|date|text|character).*")
                    ? "a column of the type `" + column.definition() + "` holds no time"
                    : "";
    if (!why.isEmpty()) {
      throw problem.setup(
          ("`softDeleteColumn` names `%s` of `%s`, which cannot be the mark of a deletion: %s."
                  + " Name a column of the type `timestamptz` that may be null.")
              .formatted(name, table.name(), why));
    }
    return column;
  }
}
