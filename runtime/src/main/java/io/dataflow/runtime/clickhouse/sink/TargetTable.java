package io.dataflow.runtime.clickhouse.sink;

import io.dataflow.api.connector.ClickhouseSink;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.clickhouse.ClickhouseClient;
import io.dataflow.runtime.clickhouse.ClickhouseProblem;
import io.dataflow.runtime.clickhouse.ServerException;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.connector.table.row.TableDraft;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The table that a sink's settings name: found, checked, created; and what is known of it, for as
/// long as it holds.
final class TargetTable {
  private final ClickhouseSink sink;
  private final TableName name;
  private final ClickhouseProblem problem;
  private final ClickhouseClient client;
  private final SystemTables catalog;
  private Optional<Layout<ClickhouseTable>> layout = Optional.empty();

  TargetTable(
      ClickhouseSink sink, TableName name, ClickhouseProblem problem, ClickhouseClient client) {
    this.sink = sink;
    this.name = name;
    this.problem = problem;
    this.client = client;
    this.catalog = new SystemTables(client);
  }

  /// Looks whether it can be written, or created.
  ///
  /// @throws FlowException when that will never be
  void check() throws ServerException, IOException {
    layout = find();
    if (layout.isEmpty()) {
      checkCreation();
      createWithoutRecords();
    } else if (!catalog.may("INSERT", name)) {
      throw problem.setup(
          "the user may not write `%s`. Run: GRANT INSERT ON %s TO …".formatted(name, name));
    }
  }

  private Optional<Layout<ClickhouseTable>> find() throws ServerException, IOException {
    var table = catalog.describe(name);
    if (table.isEmpty() && !sink.autoCreateTable()) {
      throw problem.missing(name.toString(), ", or set `autoCreateTable: true`");
    }
    return table.map(new TargetCheck(sink, problem)::layout);
  }

  private void checkCreation() throws ServerException, IOException {
    if (!catalog.hasDatabase(name)) {
      throw problem.setup(
          "there is no database to create the table `%s` in. Run: CREATE DATABASE %s"
              .formatted(name, name.schema().orElse("…")));
    }
    if (!catalog.may("CREATE TABLE", name)) {
      throw problem.setup(
          "the user may not create the table `%s`. Create it, or run: GRANT CREATE TABLE ON %s TO …"
              .formatted(name, name));
    }
  }

  /// Describes the table anew, for a delivery. The server reads rows by the types columns have when
  /// they come, and takes those of another type for what they are not.
  Optional<Layout<ClickhouseTable>> prepareAnew(List<Message> messages)
      throws ServerException, IOException {
    if (layout.isPresent()) {
      refresh();
    }
    return prepare(messages);
  }

  /// Describes the table, creating it for these messages if it is missing and is to be created.
  ///
  /// @return empty when there is none yet, because no record has had a field to create it from
  Optional<Layout<ClickhouseTable>> prepare(List<Message> messages)
      throws ServerException, IOException {
    if (layout.isEmpty()) {
      layout = find();
    } else if (layout.get().isOld()) {
      refresh();
    }
    if (layout.isEmpty() && !createWithoutRecords()) {
      var draft = TableDraft.of(messages, TargetCheck.form(sink), TableCreation.NAME_MAX);
      if (!draft.isEmpty()) {
        client.run(creation().of(draft));
        layout = find();
      }
    }
    return layout;
  }

  private boolean createWithoutRecords() throws ServerException, IOException {
    boolean known = sink.rawMode() && !sink.flattenMetadataColumns();
    if (known) {
      client.run(creation().ofWholeBodies());
      layout = find();
    }
    return known;
  }

  private TableCreation creation() {
    return new TableCreation(sink, name, problem);
  }

  /// Reads the description again and tells whether it has changed.
  boolean refresh() throws ServerException, IOException {
    var read = find();
    if (read.isPresent() && layout.isPresent() && layout.get().isConfirmedBy(read.get())) {
      return false;
    }
    layout = read;
    return true;
  }

  /// Whether a table that is gone is to be created again.
  boolean forget() {
    layout = Optional.empty();
    return sink.autoCreateTable();
  }

  /// Its name for people.
  @Override
  public String toString() {
    return name.toString();
  }
}
