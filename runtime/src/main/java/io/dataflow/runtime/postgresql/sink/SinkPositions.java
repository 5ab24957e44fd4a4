package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.postgresql.PostgresqlProblem;
import io.dataflow.runtime.postgresql.copy.Session;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// The source's positions that a sink stores with its rows, so that both are there or neither. With
/// them a delivery is one transaction.
///
/// Each partition of the source belongs to one processor at a time: a processor takes those that
/// its source has been given, and stores only where it is still the one that took last. So what a
/// processor has in hand whose partitions have gone to another one is never committed.
final class SinkPositions {
  private PositionsTable table;
  private final PostgresqlProblem problem;
  private final String owner = UUID.randomUUID().toString();
  private final Map<String, JsonObject> stored = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private long assignment;
  private boolean sure = true;

  SinkPositions(PositionsTable table, PostgresqlProblem problem) {
    this.table = table;
    this.problem = problem;
  }

  /// Looks whether positions can be stored, and creates their table when it is missing.
  ///
  /// @throws FlowException when they never can
  void open(Session session) throws SQLException {
    table = table.open(session, problem);
  }

  /// Makes a partition this processor's, and tells what is stored of it.
  ///
  /// @throws FlowException when it is another processor's again
  Optional<JsonObject> takeOver(Session session, String partition) throws SQLException {
    look(session, Set.of(partition));
    return Optional.ofNullable(stored.get(partition));
  }

  /// Tells the messages of a delivery that are stored already.
  ///
  /// @throws FlowException when its partitions are another processor's by now
  Predicate<Message> stored(Session session, Mark mark) throws SQLException {
    var partitions = mark.byPartition().keySet();
    if (mark.assignment() != assignment) {
      taken.clear();
      assignment = mark.assignment();
    }
    if (!sure || !taken.containsAll(partitions)) {
      look(session, partitions);
      sure = true;
    }
    return mark.storedIn(stored);
  }

  private void look(Session session, Set<String> partitions) throws SQLException {
    var mine = List.copyOf(taken);
    if (table.rows(session, mine).stream().anyMatch(row -> !row.owner().equals(owner))) {
      throw fenced();
    }
    var fresh = partitions.stream().filter(partition -> !taken.contains(partition)).toList();
    if (!fresh.isEmpty()) {
      table.take(session, owner, fresh);
      taken.addAll(fresh);
    }
    stored.clear();
    for (var row : table.rows(session, List.copyOf(taken))) {
      row.position().ifPresent(position -> stored.put(row.partition(), position));
    }
  }

  /// Whether the position behind a delivery is not stored yet.
  boolean isBeyond(Mark mark) {
    return !mark.beyond(stored).isEmpty();
  }

  /// Stores the position behind a delivery in the transaction of its rows, right before that is
  /// committed. From here until [#committed] nobody knows what is stored.
  ///
  /// @throws FlowException when a partition is another processor's by now
  void store(Session session, Mark mark) throws SQLException {
    if (!table.store(session, owner, mark.beyond(stored))) {
      throw fenced();
    }
    sure = false;
  }

  /// What [#store] has stored is durable.
  void committed(Mark mark) {
    stored.putAll(mark.beyond(stored));
    sure = true;
  }

  private FlowException fenced() {
    return problem.setup(
        "another processor of this flow has taken over what this one reads, so what this one has"
            + " in hand is not written. The other one goes on with it.");
  }
}
