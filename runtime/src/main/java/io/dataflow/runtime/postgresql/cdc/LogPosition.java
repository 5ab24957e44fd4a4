package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.runtime.connector.FlowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A place in the server's log: behind a complete transaction, or inside of the one behind that.
///
/// @param lsn behind the last complete transaction
/// @param transaction where the commit of the one begins that is not complete; 0 when there is none
/// @param changes how many changes of that one are before the place
/// @param snapshot the tables that are read, while a snapshot is under way; empty when it is not
record LogPosition(long lsn, long transaction, long changes, Optional<List<String>> snapshot) {
  private static final String LSN = "lastAckedLSN";
  private static final String TRANSACTION = "transaction";
  private static final String CHANGES = "changes";
  private static final String SNAPSHOT = "snapshotTables";

  /// Behind a complete transaction.
  static LogPosition behind(long lsn) {
    return new LogPosition(lsn, 0, 0, Optional.empty());
  }

  /// Behind some changes of a transaction that is not complete.
  LogPosition within(long commit, long count) {
    return new LogPosition(lsn, commit, count, Optional.empty());
  }

  /// While a snapshot is read of which these tables are complete.
  LogPosition during(List<String> tables) {
    return new LogPosition(lsn, transaction, changes, Optional.of(List.copyOf(tables)));
  }

  /// The same place behind the snapshot.
  LogPosition withoutSnapshot() {
    return new LogPosition(lsn, transaction, changes, Optional.empty());
  }

  /// Whether a change is before this place.
  ///
  /// @param commit where the commit of its transaction begins
  /// @param ordinal its place in the transaction, from 1
  boolean covers(long commit, long ordinal) {
    int order = Long.compareUnsigned(commit, lsn);
    return order < 0 || transaction != 0 && commit == transaction && ordinal <= changes;
  }

  /// Whether this place is at another one or behind it.
  boolean isBeyond(LogPosition other) {
    boolean inside = transaction != 0;
    long mine = inside ? transaction : lsn;
    long its = other.transaction != 0 ? other.transaction : other.lsn;
    int order = Long.compareUnsigned(mine, its);
    return order > 0 || order == 0 && changes >= other.changes;
  }

  /// What `checkpoint.json` holds.
  JsonObject json() {
    var json = JsonObject.empty();
    json.put(LSN, JsonScalar.of(lsn));
    if (transaction != 0) {
      json.put(TRANSACTION, JsonScalar.of(transaction));
      json.put(CHANGES, JsonScalar.of(changes));
    }
    snapshot.ifPresent(
        tables ->
            json.put(SNAPSHOT, JsonArray.of(tables.stream().<Json>map(JsonScalar::of).toList())));
    return json;
  }

  /// Reads the object that `checkpoint.json` holds.
  ///
  /// @throws FlowException when it is none
  static LogPosition of(JsonObject stored) {
    try {
      var snapshot = stored.get(SNAPSHOT).map(JsonArray.class::cast).map(LogPosition::texts);
      return new LogPosition(
          number(stored, LSN), number(stored, TRANSACTION), number(stored, CHANGES), snapshot);
    } catch (NumberFormatException | ClassCastException e) {
      throw new FlowException(
          "source postgresql-cdc: the stored position makes no sense. Set `checkpointReset: true`"
              + " to begin anew with a snapshot.",
          e);
    }
  }

  private static List<String> texts(JsonArray array) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < array.size(); i++) {
      texts.add(array.get(i).text());
    }
    return List.copyOf(texts);
  }

  private static long number(JsonObject stored, String name) {
    return stored.get(name).map(value -> Long.parseLong(value.text())).orElse(0L);
  }
}
