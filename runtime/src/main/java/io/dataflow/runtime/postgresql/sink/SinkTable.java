package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.connector.table.MissingColumns;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.connector.table.row.RawRow;
import io.dataflow.runtime.connector.table.row.TableDraft;
import io.dataflow.runtime.postgresql.PostgresqlProblem;
import io.dataflow.runtime.postgresql.copy.Session;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The table that a sink's settings name: found, checked, created.
final class SinkTable {
  /// What two creators of the same table get from each other.
  private static final Set<String> CREATED_MEANWHILE = Set.of("23505", "42P07", "42710");

  private static final PostgresqlDialect DIALECT = new PostgresqlDialect();

  /// No row when there is no such schema.
  private static final String MAY_CREATE =
      """
      SELECT has_schema_privilege(n, 'CREATE')
      FROM (SELECT coalesce(nullif(?, ''), current_schema())) s (n)
      WHERE EXISTS (SELECT FROM pg_namespace WHERE nspname = n)
      """;

  private final PostgresqlSink sink;
  private final TableName name;
  private final PostgresqlProblem problem;

  SinkTable(PostgresqlSink sink, TableName name, PostgresqlProblem problem) {
    this.sink = sink;
    this.name = name;
    this.problem = problem;
  }

  /// The table's layout; empty when there is no table yet and one is to be created.
  ///
  /// @throws FlowException when writing into it can never succeed
  Optional<Layout<PostgresqlTable>> find(Session session) throws SQLException {
    var table = session.describe(name);
    if (table.isEmpty() && !sink.autoCreateTable()) {
      throw problem.setup(PostgresqlProblem.missingTable(name.toString()));
    }
    var check = new TableCheck(sink, problem);
    return table.map(check::layout);
  }

  /// Looks whether the table can be created, before there is a record to create it from.
  void checkCreation(Session session) throws SQLException {
    if (sink.upsertMode() && sink.conflictColumns().isEmpty()) {
      throw problem.setup(
          ("`upsertMode` needs a key, and the table `%s` is still to be created."
                  + " Give `conflictKey`.")
              .formatted(name));
    }
    var schema = name.schema().orElse("");
    var allowed = session.ask(MAY_CREATE, schema);
    if (allowed.isEmpty()) {
      throw problem.setup(
          "there is no schema `%s` to create the table in. Run: CREATE SCHEMA %s"
              .formatted(schema, TableName.readable(schema)));
    }
    if (!allowed.get().equals("t")) {
      throw problem.setup(
          ("the user may not create the table `%s`."
                  + " Create it, or run: GRANT CREATE ON SCHEMA %s TO …")
              .formatted(name, name.schema().map(TableName::readable).orElse("…")));
    }
  }

  /// Creates the table if records are not needed to know its columns.
  ///
  /// @return whether it is there now
  boolean createWithoutRecords(Session session) throws SQLException {
    boolean known = sink.rawMode() && !sink.flattenMetadataColumns();
    if (known) {
      create(session, DIALECT.createRaw(name, "_metadata JSONB", sink.conflictColumns()));
    }
    return known;
  }

  /// Creates the table that these messages ask for, unless none of them has a field or another
  /// processor has just done it.
  void create(Session session, List<Message> messages) throws SQLException {
    var asked = TableDraft.of(messages, TableCheck.form(sink), DIALECT.nameMax());
    if (asked.isEmpty()) {
      return;
    }
    var draft = sink.rawMode() ? asked : sink.softDeleteColumn().map(asked::with).orElse(asked);
    sink.conflictColumns().forEach(column -> checkNamed(draft, "conflictKey", column));
    sink.versionColumn().ifPresent(column -> checkNamed(draft, "upsertVersionColumn", column));
    create(session, creation(draft));
  }

  /// Adds the columns that the table lacks for these messages.
  void grow(Session session, Layout<PostgresqlTable> layout, List<Message> messages)
      throws SQLException {
    var draft = MissingColumns.draft(layout, messages, DIALECT.nameMax());
    if (draft.isEmpty()) {
      throw new IllegalStateException("no record has a field without a column");
    }
    session.execute(DIALECT.addColumns(layout.table().name(), draft));
  }

  private void checkNamed(TableDraft draft, String setting, String column) {
    if (!draft.has(column)) {
      throw problem.setup(
          ("`%s` cannot be created: no record has a field `%s`, which `%s` names."
                  + " Correct it, or create the table.")
              .formatted(name, column, setting));
    }
  }

  private String creation(TableDraft draft) {
    if (!sink.rawMode()) {
      return DIALECT.create(name, draft, sink.conflictColumns());
    }
    var metadata = DIALECT.definitions(draft.without(RawRow.DATA));
    return DIALECT.createRaw(name, metadata, sink.conflictColumns());
  }

  private static void create(Session session, String statement) throws SQLException {
    try {
      session.execute(statement);
    } catch (SQLException e) {
      if (!CREATED_MEANWHILE.contains(e.getSQLState())) {
        throw e;
      }
    }
  }

  /// The table's name for people.
  @Override
  public String toString() {
    return name.toString();
  }
}
