package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.jdbc.KeptSession;
import io.dataflow.runtime.connector.jdbc.SqlState;
import io.dataflow.runtime.connector.table.LayoutChangedException;
import io.dataflow.runtime.postgresql.PostgresqlProblem;
import io.dataflow.runtime.postgresql.ServerError;
import io.dataflow.runtime.postgresql.copy.CopyFailedException;
import io.dataflow.runtime.postgresql.copy.Session;
import java.sql.SQLException;
import java.util.List;

/// What follows when a part is not taken: whatever an immediate new try can mend is tried again, a
/// lost connection, a deadlock, a row that is there already, a changed table. What it cannot mend
/// is thrown as what it is.
final class Recovery {
  private static final int ROLLBACKS_MAX = 5;

  private final KnownTable table;
  private final KeptSession<Session> kept;
  private final PostgresqlProblem problem;
  private List<Message> messages = List.of();
  private boolean inTransaction;
  private int rollbacks;
  private int renewals;

  Recovery(KnownTable table, KeptSession<Session> kept, PostgresqlProblem problem) {
    this.table = table;
    this.kept = kept;
    this.problem = problem;
  }

  /// A part is about to be written.
  ///
  /// @param inTransaction whether it is part of a larger transaction, which is lost with the
  ///     connection
  void start(List<Message> part, boolean inTransaction) {
    this.messages = part;
    this.inTransaction = inTransaction;
    rollbacks = 0;
    renewals = 0;
  }

  /// Returns when the part is to be tried again with what is known now.
  ///
  /// @param delivery what the part is of: added columns are to hold all of its values
  void renew(LayoutChangedException change, List<Message> delivery) throws UnavailableException {
    if (change.lacksColumns()) {
      grow(delivery);
    } else if (change.tableIsStale()) {
      refresh(false);
    } else {
      table.layout().orElseThrow().survey(messages);
    }
  }

  /// Returns when the part is to be tried again.
  ///
  /// @param staged whether it went through the temporary table
  /// @return whether the next try has to
  boolean isForStaging(CopyFailedException failure, boolean staged)
      throws PartRefusedException, UnavailableException {
    var reason = failure.reason();
    switch (failure.fault()) {
      // What looks like the record's fault may come from a table that has changed.
      case RECORD -> {
        if (!refresh(true)) {
          throw refused(failure, false);
        }
      }
      // One record alone is tried twice before it is taken for the culprit.
      case SUSPECT -> {
        if (messages.size() > 1 || ++renewals > 1) {
          throw refused(failure, true);
        }
        table.forget();
      }
      case STALE -> {
        if (++renewals > 1) {
          throw refused(failure, true);
        }
        table.forget();
      }
      case CONFLICT -> {
        if (staged) {
          throw refused(failure, false);
        }
        return true;
      }
      case ROLLBACK -> {
        if (++rollbacks > ROLLBACKS_MAX) {
          throw broken(reason, messages);
        }
      }
      case UNAVAILABLE, READ_ONLY -> {
        boolean lost = SqlState.type(reason) == ErrorType.CONNECTION_ERROR;
        if (!lost || inTransaction || !kept.wasProven()) {
          throw broken(reason, messages);
        }
        table.forget();
        kept.drop();
      }
      case SETUP -> throw broken(reason, messages);
    }
    return false;
  }

  private void grow(List<Message> delivery) throws UnavailableException {
    try {
      table.grow(delivery);
    } catch (SQLException e) {
      throw broken(e, List.of());
    }
  }

  private boolean refresh(boolean onlyIfOld) throws UnavailableException {
    try {
      return onlyIfOld ? table.refreshIfOld() : table.refresh();
    } catch (SQLException e) {
      throw broken(e, List.of());
    }
  }

  private PartRefusedException refused(CopyFailedException failure, boolean suspect) {
    var refusal = new RefusalText(table.known(), messages).of(failure, suspect);
    return new PartRefusedException(refusal, failure.culprit(), failure.isCertain());
  }

  /// What an error means for the flow, when it is no record's fault. The session is gone with it.
  ///
  /// @param records those that the server may speak of
  /// @throws FlowException when trying again does not help
  UnavailableException broken(SQLException failure, List<Message> records) {
    table.forget();
    kept.drop();
    if (kept.isClosed()) {
      return kept.closed(null);
    }
    var told =
        records.isEmpty() ? failure : ServerError.withoutValues(failure, table.names(), records);
    return problem.judge(told, table.toString());
  }
}
