package io.dataflow.runtime.postgresql;

import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.jdbc.SqlState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Writes a part of a batch in one transaction, and tries again by itself whatever an immediate new
/// try can mend: a lost connection, a deadlock, a row that is there already, a changed table.
final class PartWriter {
  private static final int COLLISIONS_MAX = 5;
  private static final int MIXED_FOR = 64;

  private final Link link;
  private final SinkTable table;
  private final String stage;
  private final Buffers buffers = new Buffers();
  private final StagingHabit habit = new StagingHabit();
  private Optional<Layout> layout = Optional.empty();
  private int mixed;
  private int collisions;
  private int renewals;

  PartWriter(Link link, SinkTable table, String stage) {
    this.link = link;
    this.table = table;
    this.stage = stage;
  }

  /// Looks whether writing is possible.
  void check() throws UnavailableException {
    try {
      layout = table.find(link.session());
      if (layout.isEmpty()) {
        table.checkCreation(link.session());
      }
      link.worked();
    } catch (SQLException e) {
      throw link.broken(e, table.toString());
    }
  }

  /// Describes the table, creating it for these messages if it is missing and is to be created.
  void prepare(List<Message> messages) throws UnavailableException {
    try {
      if (layout.isEmpty()) {
        layout = table.find(link.session());
      }
      if (layout.isEmpty()) {
        table.create(link.session(), messages);
        layout = table.find(link.session());
      }
    } catch (SQLException e) {
      throw link.broken(e, table.toString());
    }
  }

  /// Writes all of the messages but those returned, which are no rows.
  ///
  /// @throws PartFailedException when PostgreSQL refuses some record; then nothing is written
  List<Rejected> write(List<Message> messages) throws PartFailedException, UnavailableException {
    collisions = 0;
    renewals = 0;
    while (true) {
      prepare(messages);
      if (layout.isEmpty()) {
        return withoutTable(messages);
      }
      boolean staged = habit.isStaged() || isAlwaysStaged(layout.get());
      try {
        var rejected = tryOnce(messages, layout.get(), staged);
        link.worked();
        return rejected;
      } catch (LayoutChangedException e) {
        if (e.tableIsStale()) {
          refresh();
        } else {
          layout.get().survey(messages);
        }
      } catch (PartFailedException e) {
        recover(e, staged);
      }
    }
  }

  private static boolean isAlwaysStaged(Layout layout) {
    return !layout.conflictKey().isEmpty() || !layout.table().takesCopy();
  }

  private List<Rejected> tryOnce(List<Message> messages, Layout known, boolean staged)
      throws PartFailedException, UnavailableException {
    Session session;
    Target target;
    try {
      session = link.session();
      target = target(session, known, staged);
    } catch (SQLException e) {
      throw new PartFailedException(e, OptionalInt.empty());
    }
    var part = new Part(session, known, target, buffers, stage, messages);
    if (!staged && mixed == 0) {
      if (part.writeAlone()) {
        return part.rejected();
      }
      mixed = MIXED_FOR;
      part = new Part(session, known, target, buffers, stage, messages);
    }
    part.write();
    mixed = Math.max(0, mixed - 1);
    if (staged) {
      habit.settled(part.conflicts());
    }
    return part.rejected();
  }

  private static Target target(Session session, Layout known, boolean staged) throws SQLException {
    // Before the first column is seen there is nothing to stage; seeing it starts all of it again.
    return staged && !known.seen().columns().isEmpty()
        ? new StagedTarget(known, session.staging().table(known))
        : new StraightTarget(known.table());
  }

  /// Reads the table's description again and tells whether it has changed.
  private boolean refresh() throws UnavailableException {
    try {
      var read = table.find(link.session());
      if (read.isPresent() && layout.orElseThrow().isConfirmedBy(read.get())) {
        return false;
      }
      layout = read;
      return true;
    } catch (SQLException e) {
      throw link.broken(e, table.toString());
    }
  }

  /// Returns when the part is to be tried again.
  private void recover(PartFailedException failure, boolean staged)
      throws PartFailedException, UnavailableException {
    var reason = failure.reason();
    switch (ServerError.fault(reason)) {
      case RECORD, SUSPECT -> {
        // What looks like the record's fault may come from a table that has changed.
        if (!layout.orElseThrow().isOld() || !refresh()) {
          throw failure;
        }
      }
      case CONFLICT -> {
        if (staged) {
          throw failure;
        }
        habit.collided();
      }
      case ROLLBACK -> {
        if (++collisions > COLLISIONS_MAX) {
          throw link.broken(reason, table.toString());
        }
      }
      case STALE -> {
        if (++renewals > 1) {
          throw link.broken(reason, table.toString());
        }
        layout = Optional.empty();
      }
      case UNAVAILABLE, READ_ONLY -> {
        layout = Optional.empty();
        boolean lost = SqlState.type(reason) == ErrorType.CONNECTION_ERROR;
        if (!lost || !link.wasProven()) {
          throw link.broken(reason, table.toString());
        }
        link.drop();
      }
      case SETUP -> {
        layout = Optional.empty();
        throw link.broken(reason, table.toString());
      }
    }
  }

  /// The error of a record that PostgreSQL has refused alone.
  Rejected rejection(Message message, SQLException reason) {
    var text = PostgresqlProblem.reason(reason, layout.orElseThrow().table());
    return new Rejected(message, stage, text, SqlState.type(reason));
  }

  /// No record has had a field to create a column from.
  private List<Rejected> withoutTable(List<Message> messages) {
    var rejected = new ArrayList<Rejected>();
    for (var message : messages) {
      var reason = "the body is an empty object, but a row needs at least one field";
      try {
        RowObject.of(message);
      } catch (RecordException e) {
        reason = e.getMessage();
      }
      rejected.add(new Rejected(message, stage, reason, ErrorType.INVALID_DATA));
    }
    return rejected;
  }
}
