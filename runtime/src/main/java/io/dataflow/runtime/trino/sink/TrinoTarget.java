package io.dataflow.runtime.trino.sink;

import io.dataflow.api.connector.TrinoSink;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.connector.table.row.TableDraft;
import io.dataflow.runtime.trino.TrinoClient;
import io.dataflow.runtime.trino.TrinoException;
import io.dataflow.runtime.trino.TrinoName;
import io.dataflow.runtime.trino.TrinoProblem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The table that a sink's settings name: found, checked, created; and what is known of it, for as
/// long as it holds.
final class TrinoTarget {
  private static final String NOT_SUPPORTED = "NOT_SUPPORTED";

  private final TrinoSink sink;
  private final TrinoName name;
  private final TrinoProblem problem;
  private final TrinoClient client;
  private final InformationSchema catalog;
  private Optional<Layout<TrinoTable>> layout = Optional.empty();

  TrinoTarget(TrinoSink sink, TrinoName name, TrinoProblem problem, TrinoClient client) {
    this.sink = sink;
    this.name = name;
    this.problem = problem;
    this.client = client;
    this.catalog = new InformationSchema(client);
  }

  /// Looks whether it can be written, or created.
  ///
  /// @throws FlowException when that will never be
  void check() throws TrinoException, IOException {
    layout = find();
    if (layout.isPresent()) {
      checkWrite(layout.get());
    } else if (!catalog.hasSchema(name)) {
      throw problem.setup(
          "there is no schema to create the table `%s` in. Run: CREATE SCHEMA %s.%s"
              .formatted(name, name.catalog(), name.schema()));
    } else {
      createWithoutRecords();
    }
  }

  /// The server looks at a statement as if it were to run it: rights, columns, and whether the
  /// catalog can.
  private void checkWrite(Layout<TrinoTable> found) throws TrinoException, IOException {
    var columns = found.table().columns();
    var statement = new WriteStatement(name, columns, found.conflictKey(), List.of()).of("");
    try {
      client.run("EXPLAIN (TYPE VALIDATE) " + statement);
    } catch (TrinoException e) {
      if (sink.upsertMode() && e.name().equals(NOT_SUPPORTED)) {
        throw problem.setup(
            ("`upsertMode` needs a table that Trino can MERGE into, as those of Iceberg, and `%s`"
                    + " is none. Write into another one, or leave the setting out.")
                .formatted(name));
      }
      throw e;
    }
  }

  private Optional<Layout<TrinoTable>> find() throws TrinoException, IOException {
    var table = catalog.describe(name);
    if (table.isEmpty() && !sink.autoCreateTable()) {
      throw problem.missing(name, ", or set `autoCreateTable: true`");
    }
    return table.map(new TrinoTargetCheck(sink, problem)::layout);
  }

  /// Describes the table, creating it for these messages if it is missing and is to be created.
  ///
  /// @return empty when there is none yet, because no record has had a field to create it from
  Optional<Layout<TrinoTable>> prepare(List<Message> messages) throws TrinoException, IOException {
    if (layout.isEmpty()) {
      layout = find();
    }
    if (layout.isEmpty() && !createWithoutRecords()) {
      var draft = TableDraft.of(messages, TrinoTargetCheck.form(sink), TrinoTableCreation.NAME_MAX);
      if (!draft.isEmpty()) {
        client.run(creation().of(draft));
        layout = find();
      }
    }
    return layout;
  }

  private boolean createWithoutRecords() throws TrinoException, IOException {
    boolean known = sink.rawMode() && !sink.flattenMetadataColumns();
    if (known) {
      client.run(creation().ofWholeBodies());
      layout = find();
    }
    return known;
  }

  private TrinoTableCreation creation() {
    return new TrinoTableCreation(sink, name, problem);
  }

  /// Reads the description again and tells whether it has changed.
  boolean refresh() throws TrinoException, IOException {
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
}
