package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.jdbc.KeptSession;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.postgresql.copy.Session;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What is known of the sink's table, for as long as it holds.
final class KnownTable {
  private final KeptSession<Session> kept;
  private final SinkTable table;
  private Optional<Layout<PostgresqlTable>> layout = Optional.empty();

  KnownTable(KeptSession<Session> kept, SinkTable table) {
    this.kept = kept;
    this.table = table;
  }

  /// Looks whether it can be written, or created.
  void check() throws SQLException, UnavailableException {
    layout = table.find(kept.session());
    if (layout.isEmpty()) {
      table.checkCreation(kept.session());
      if (table.createWithoutRecords(kept.session())) {
        layout = table.find(kept.session());
      }
    }
  }

  /// Describes the table, creating it for these messages if it is missing and is to be created.
  void prepare(List<Message> messages) throws SQLException, UnavailableException {
    if (layout.isEmpty()) {
      layout = table.find(kept.session());
    }
    if (layout.isEmpty()) {
      if (!table.createWithoutRecords(kept.session())) {
        table.create(kept.session(), messages);
      }
      layout = table.find(kept.session());
    }
  }

  /// Empty when there is no table yet, because no record has had a field to create it from.
  Optional<Layout<PostgresqlTable>> layout() {
    return layout;
  }

  /// Reads the description again and tells whether it has changed.
  boolean refresh() throws SQLException, UnavailableException {
    var read = table.find(kept.session());
    if (read.isPresent() && layout.orElseThrow().isConfirmedBy(read.get())) {
      return false;
    }
    layout = read;
    return true;
  }

  /// Adds the columns that it lacks for these messages.
  void grow(List<Message> messages) throws SQLException, UnavailableException {
    table.grow(kept.session(), layout.orElseThrow(), messages);
    layout = table.find(kept.session());
  }

  /// The same, if the description is not from just now.
  boolean refreshIfOld() throws SQLException, UnavailableException {
    return layout.orElseThrow().isOld() && refresh();
  }

  /// The table as it is described now.
  PostgresqlTable known() {
    return layout.orElseThrow().table();
  }

  void forget() {
    layout = Optional.empty();
  }

  /// The names that may stand in a message: they are the table's and no record's.
  List<String> names() {
    return layout.map(known -> known.table().words()).orElse(List.of());
  }

  /// Its name for people.
  @Override
  public String toString() {
    return table.toString();
  }
}
