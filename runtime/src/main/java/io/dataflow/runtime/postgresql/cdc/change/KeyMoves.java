package io.dataflow.runtime.postgresql.cdc.change;

import io.dataflow.api.message.Message;
import java.util.Optional;
import java.util.function.Consumer;

/// A row whose key has changed is another row: the old one is deleted, and the new one inserted. A
/// sink that updates rows by their key would keep the old one otherwise.
public record KeyMoves(Envelope envelope) implements Envelope {

  @Override
  public void messages(TableChange change, Consumer<Message> out) {
    boolean moves =
        change.operation() == ChangeOperation.UPDATE
            && change.before().isPresent()
            && change
                .relation()
                .movesKey(change.before().orElseThrow(), change.after().orElseThrow());
    if (moves) {
      envelope.messages(of(change, ChangeOperation.DELETE, change.before(), Optional.empty()), out);
      envelope.messages(of(change, ChangeOperation.INSERT, change.before(), change.after()), out);
    } else {
      envelope.messages(change, out);
    }
  }

  private static TableChange of(
      TableChange change,
      ChangeOperation operation,
      Optional<Tuple> before,
      Optional<Tuple> after) {
    return new TableChange(
        change.relation(), operation, before, after, change.transaction(), change.lsn());
  }
}
