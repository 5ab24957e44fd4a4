package io.dataflow.runtime.postgresql.cdc.change;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.message.Message;
import java.util.function.Consumer;

/// The row by column name; of a deleted one what the server tells of it. A long value that the
/// server has not sent because it is as before is left out.
public final class RowEnvelope implements Envelope {
  private final Bytes out = new Bytes(1024);

  /// Used by one thread.
  public RowEnvelope() {}

  @Override
  public void messages(TableChange change, Consumer<Message> to) {
    out.clear();
    boolean keyOnly = change.after().isEmpty() && !change.relation().full();
    change.relation().write(change.row(), change.before().orElse(Tuple.NONE), keyOnly, "", out);
    to.accept(new Message(out.toByteArray(), ChangeMetadata.of(change)));
  }
}
