package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.batch.BatchStore;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusals;
import io.dataflow.runtime.connector.jdbc.KeptSession;
import io.dataflow.runtime.connector.jdbc.SqlFault;
import io.dataflow.runtime.connector.table.LayoutChangedException;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.postgresql.ConnectionString;
import io.dataflow.runtime.postgresql.PostgresqlProblem;
import io.dataflow.runtime.postgresql.copy.CopyFailedException;
import io.dataflow.runtime.postgresql.copy.PartWriter;
import io.dataflow.runtime.postgresql.copy.Session;
import io.dataflow.runtime.postgresql.copy.TransactionBounds;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Writes records into a PostgreSQL table. A part is a transaction of its own; with a
/// [SinkPositions] the whole delivery is one, and a part a savepoint in it.
final class PostgresqlStore implements BatchStore {
  private final Optional<SinkPositions> positions;
  private final KeptSession<Session> kept;
  private final KnownTable table;
  private final PartWriter parts;
  private final Recovery recovery;
  private boolean begun;
  private List<Message> delivery = List.of();

  /// @param stage the sink's name in the flow: `sink:main`
  /// @param table where the position is kept, when that is the sink's to keep
  /// @throws FlowException when connection string or table name cannot be read
  PostgresqlStore(PostgresqlSink sink, String stage, Optional<PositionsTable> table) {
    try {
      var where = ConnectionString.of(sink);
      var problem = new PostgresqlProblem("%s (postgresql %s)".formatted(stage, where));
      kept = new KeptSession<>(() -> Session.open(where), problem.place());
      positions = table.map(of -> new SinkPositions(of, problem));
      this.table =
          new KnownTable(kept, new SinkTable(sink, TableName.parse(sink.table()), problem));
      recovery = new Recovery(this.table, kept, problem);
    } catch (FlowException e) {
      throw new FlowException(stage + " (postgresql): " + e.getMessage());
    }
    parts =
        new PartWriter(
            positions.isPresent() ? TransactionBounds.SAVEPOINT : TransactionBounds.TRANSACTION);
  }

  @Override
  public void open() throws UnavailableException {
    try {
      table.check();
      if (positions.isPresent()) {
        positions.get().open(kept.session());
      }
      kept.worked();
    } catch (SQLException e) {
      throw recovery.broken(e, List.of());
    }
  }

  @Override
  public Optional<JsonObject> takeOver() throws UnavailableException {
    if (positions.isEmpty()) {
      return Optional.empty();
    }
    return asked(session -> positions.get().takeOver(session, Mark.WHOLE));
  }

  private interface Question<T> {
    T to(Session session) throws SQLException;
  }

  private <T> T asked(Question<T> question) throws UnavailableException {
    try {
      var answer = question.to(kept.session());
      kept.worked();
      return answer;
    } catch (SQLException e) {
      throw recovery.broken(e, List.of());
    }
  }

  @Override
  public Predicate<Message> stored(Mark mark) throws UnavailableException {
    if (positions.isEmpty()) {
      return _ -> false;
    }
    if (begun) {
      // Of a delivery that has failed: nothing of it may become durable with the next one.
      kept.drop();
      begun = false;
    }
    return asked(session -> positions.get().stored(session, mark));
  }

  @Override
  public void begin(List<Message> messages) throws UnavailableException {
    delivery = messages;
    try {
      if (begun) {
        // One more slice.
        kept.session().staging().empty();
      }
      table.prepare(messages);
    } catch (SQLException e) {
      throw recovery.broken(e, List.of());
    }
  }

  @Override
  public void write(List<Message> messages, Refusals refusals)
      throws PartRefusedException, UnavailableException {
    recovery.start(messages, positions.isPresent());
    while (true) {
      boolean staged = false;
      try {
        table.prepare(messages);
        if (table.layout().isEmpty()) {
          EmptyObjects.refuse(messages, refusals);
          return;
        }
        var session = transaction();
        // What looks like the record's fault may come from a table that has changed.
        if (parts.isSkipping(session, refusals) && table.refreshIfOld()) {
          continue;
        }
        var layout = table.layout().get();
        staged = parts.isStaged(layout, messages);
        for (var skipped : parts.write(session, layout, messages, refusals)) {
          var text = new RefusalText(table.known(), messages);
          refusals.add(skipped.culprit().getAsInt(), text.of(skipped, false));
        }
        kept.worked();
        return;
      } catch (LayoutChangedException e) {
        recovery.renew(e, delivery);
      } catch (CopyFailedException e) {
        if (e.isCertain() && e.fault() == SqlFault.RECORD) {
          parts.refused();
        }
        if (recovery.isForStaging(e, staged)) {
          parts.collided();
        }
      } catch (SQLException e) {
        throw recovery.broken(e, messages);
      }
    }
  }

  /// The session, in which a transaction is under way if there is to be one.
  private Session transaction() throws SQLException, UnavailableException {
    var session = kept.session();
    if (positions.isPresent() && !begun) {
      session.resetOrdinals();
      session.execute("BEGIN");
      begun = true;
    }
    return session;
  }

  @Override
  public boolean commitsEachPart() {
    return positions.isEmpty();
  }

  @Override
  public void commit(Mark mark) throws UnavailableException {
    if (positions.isEmpty() || !begun && !positions.get().isBeyond(mark)) {
      return;
    }
    try {
      var session = transaction();
      positions.get().store(session, mark);
      session.execute("COMMIT");
      begun = false;
      positions.get().committed(mark);
      kept.worked();
    } catch (SQLException e) {
      throw recovery.broken(e, List.of());
    }
  }

  @Override
  public void rollback() throws UnavailableException {
    if (!begun) {
      return;
    }
    begun = false;
    try {
      kept.session().execute("ROLLBACK");
      kept.session().staging().forget();
      kept.worked();
    } catch (SQLException e) {
      throw recovery.broken(e, List.of());
    }
  }

  @Override
  public void close() {
    kept.close();
  }
}
