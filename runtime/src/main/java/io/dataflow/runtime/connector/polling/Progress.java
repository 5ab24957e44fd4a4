package io.dataflow.runtime.connector.polling;

import io.dataflow.runtime.connector.CheckpointStore;

/// How far the flow has come with what the source has read: two positions, because the next poll of
/// a drain goes on behind what was sent, and a restart behind what was acknowledged.
public final class Progress {
  private final String sourceType;
  private final CheckpointStore checkpoints;
  private volatile Position acknowledged = Position.START;
  private volatile Position sent = Position.START;
  private volatile Operation operation = Operation.INSERT;

  /// The progress of a source of that type, from its start.
  public Progress(String sourceType, CheckpointStore checkpoints) {
    this.sourceType = sourceType;
    this.checkpoints = checkpoints;
  }

  /// Goes back to the stored position.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when what is stored makes no sense
  public Position load() {
    acknowledged = checkpoints.load(sourceType).map(Position::of).orElse(Position.START);
    sent = acknowledged;
    operation = acknowledged.equals(Position.START) ? Operation.INSERT : Operation.UPDATE;
    return acknowledged;
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
