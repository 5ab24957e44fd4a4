package io.dataflow.runtime.trino.sink;

import io.dataflow.api.json.Json;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.trino.Statement;
import io.dataflow.runtime.trino.TrinoClient;
import io.dataflow.runtime.trino.TrinoException;
import io.dataflow.runtime.trino.TrinoName;
import java.io.IOException;
import java.util.Optional;

/// Runs writes, none of them twice as far as can be known: one whose answer was lost is asked about
/// before the same is run again. The server keeps what it has to say, and tells what has become of
/// a statement by its id; where it has forgotten that, because it was started anew, an Iceberg
/// table has the id of each statement in its history.
final class Writes {
  private final TrinoClient client;
  private final TrinoName table;
  private Optional<Lost> lost = Optional.empty();

  private record Lost(String sql, Statement statement) {}

  Writes(TrinoClient client, TrinoName table) {
    this.client = client;
    this.table = table;
  }

  /// Runs a statement, or finds that it was run.
  ///
  /// @throws IOException when it is not known whether it was run; the same can be asked again
  void run(String sql) throws TrinoException, IOException {
    var before = lost.filter(it -> it.sql().equals(sql));
    if (before.isPresent() && isWritten(before.get().statement())) {
      return;
    }
    var statement = client.start(sql);
    lost = Optional.of(new Lost(sql, statement));
    if (!isWritten(statement)) {
      throw new IOException("the server does not know the statement any more");
    }
  }

  /// Waits for the end of a statement and tells whether it has written.
  ///
  /// @throws TrinoException when it has failed
  private boolean isWritten(Statement statement) throws TrinoException, IOException {
    boolean written;
    try {
      written = statement.isLate() ? isRecorded(statement.id()) : isFinished(statement);
    } catch (TrinoException e) {
      if (!e.name().isEmpty()) {
        lost = Optional.empty();
      }
      throw e;
    }
    lost = Optional.empty();
    return written;
  }

  private boolean isFinished(Statement statement) throws TrinoException, IOException {
    try {
      client.rest(statement);
      return true;
    } catch (TrinoException e) {
      if (e.isForgotten()) {
        return isRecorded(statement.id());
      }
      throw e;
    }
  }

  private boolean isRecorded(String id) throws TrinoException, IOException {
    var states =
        client.run(
            "SELECT state FROM system.runtime.queries WHERE query_id = " + TrinoName.literal(id));
    if (states.isEmpty()) {
      return isInHistory(id);
    }
    var state = Optional.of(states.getFirst().get(0)).map(Json::text).orElseThrow();
    return switch (state) {
      case "FINISHED" -> true;
      case "FAILED" -> false;
      default -> throw new IOException("the statement is still " + state);
    };
  }

  private boolean isInHistory(String id) throws TrinoException, IOException {
    var history =
        "%s.%s.%s"
            .formatted(
                TableName.quote(table.catalog()),
                TableName.quote(table.schema()),
                TableName.quote(table.table() + "$snapshots"));
    try {
      var found =
          client.run(
              "SELECT 1 FROM %s WHERE element_at(summary, 'trino_query_id') = %s"
                  .formatted(history, TrinoName.literal(id)));
      return !found.isEmpty();
    } catch (TrinoException e) {
      if (e.fault().isTemporary()) {
        throw e;
      }
      // A table without a history that tells: it is written again, as at least once has it.
      return false;
    }
  }
}
