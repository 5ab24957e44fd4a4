package io.dataflow.runtime.postgresql.cdc.change;

import io.dataflow.api.message.Message;
import java.util.function.Consumer;

/// What a flow gets of a change.
@FunctionalInterface
public interface Envelope {
  /// Makes the messages of a change: one, or two where a row's key has changed.
  void messages(TableChange change, Consumer<Message> out);
}
