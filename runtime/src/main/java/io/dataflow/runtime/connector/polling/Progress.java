package io.dataflow.runtime.connector.polling;

import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.StoredPositions;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far the flow has come with what the source has read: two positions, because the next poll of
/// a drain goes on behind what was sent, and a restart behind what was acknowledged. Where sinks
/// store the position with the rows a restart goes on behind the main sink's, and other sinks may
/// be ahead of it.
public final class Progress {
  private final String sourceType;
  private final CheckpointStore checkpoints;
  private final Optional<StoredPositions> sinks;
  private volatile Map<String, JsonObject> stored = Map.of();
  private volatile List<Position> ahead = List.of();
  private volatile Position acknowledged = Position.START;
  private volatile Position sent = Position.START;
  private volatile Operation operation = Operation.INSERT;

  /// The progress of a source of that type, from its start.
  ///
  /// @param sinks what they have stored, when the position is theirs to keep
  public Progress(String sourceType, CheckpointStore checkpoints, Optional<StoredPositions> sinks) {
    this.sourceType = sourceType;
    this.checkpoints = checkpoints;
    this.sinks = sinks;
  }

  /// Goes back to the stored position.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when what is stored makes no sense
  public Position load() throws UnavailableException {
    if (sinks.isPresent()) {
      stored = sinks.get().takeOver();
    }
    acknowledged =
        Optional.ofNullable(stored.get(Delivery.MAIN))
            .or(() -> checkpoints.load(sourceType))
            .map(Position::of)
            .orElse(Position.START);
    sent = acknowledged;
    operation = acknowledged.equals(Position.START) ? Operation.INSERT : Operation.UPDATE;
    return acknowledged;
  }

  /// Whether sinks store the position with the rows.
  public boolean isStoredBySinks() {
    return sinks.isPresent();
  }

  /// What each sink had stored at the start, by the id of its route.
  public Map<String, JsonObject> stored() {
    return stored;
  }

  /// Some sinks are ahead of where reading goes on.
  ///
  /// @param positions theirs, in the order of the cursor
  public void ahead(List<Position> positions) {
    ahead = List.copyOf(positions);
  }

  /// The positions of sinks that have all that is read now.
  public List<Position> ahead() {
    return ahead;
  }

  /// Everything up to the first position that a sink was ahead with is read; whether there was one.
  public boolean caughtUp() {
    boolean waited = !ahead.isEmpty();
    ahead = waited ? ahead.subList(1, ahead.size()) : ahead;
    return waited;
  }

  /// Behind which row the next poll begins.
  public Position sent() {
    return sent;
  }

  /// What is said of the rows that are read now.
  public Operation operation() {
    return operation;
  }

  /// The flow has taken everything up to here.
  public void sent(Position position) {
    sent = position;
  }

  /// Everything up to here is written; nothing before it is ever read again.
  public void acknowledge(Position position, Cursor cursor) {
    acknowledged = position;
    if (!position.equals(Position.START)) {
      checkpoints.save(sourceType, position.json(cursor));
    }
  }

  /// The source has nothing behind the position for now.
  public void drained() {
    operation = Operation.UPDATE;
  }

  /// What was sent and not acknowledged is to be read again.
  public void rewind() {
    sent = acknowledged;
  }
}
