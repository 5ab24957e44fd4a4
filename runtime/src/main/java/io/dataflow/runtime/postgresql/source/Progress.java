package io.dataflow.runtime.postgresql.source;

import io.dataflow.runtime.connector.CheckpointStore;

/// How far the flow has come with what the source has read: two positions, because the next poll of
/// a drain goes on behind what was sent, and a restart behind what was acknowledged.
final class Progress {
  static final String SOURCE_TYPE = "postgresql";

  private final CheckpointStore checkpoints;
  private volatile Position acknowledged = Position.START;
  private volatile Position sent = Position.START;
  private volatile Operation operation = Operation.INSERT;

  Progress(CheckpointStore checkpoints) {
    this.checkpoints = checkpoints;
  }

  /// Goes back to the stored position.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when what is stored makes no sense
  Position load() {
    acknowledged = checkpoints.load(SOURCE_TYPE).map(Position::of).orElse(Position.START);
    sent = acknowledged;
    operation = acknowledged.equals(Position.START) ? Operation.INSERT : Operation.UPDATE;
    return acknowledged;
  }

  /// Behind which row the next poll begins.
  Position sent() {
    return sent;
  }

  /// What is said of the rows that are read now.
  Operation operation() {
    return operation;
  }

  /// The flow has taken everything up to here.
  void sent(Position position) {
    sent = position;
  }

  /// Everything up to here is written; nothing before it is ever read again.
  void acknowledge(Position position, Cursor cursor) {
    acknowledged = position;
    if (!position.equals(Position.START)) {
      checkpoints.save(SOURCE_TYPE, position.json(cursor));
    }
  }

  /// The source has nothing behind the position for now.
  void drained() {
    operation = Operation.UPDATE;
  }

  /// What was sent and not acknowledged is to be read again.
  void rewind() {
    sent = acknowledged;
  }
}
