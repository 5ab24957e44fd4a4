package io.dataflow.runtime.connector.batch;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What only a sink of batches itself knows: how some records are written together, and what the
/// server says when it refuses them. Everything else is [BatchWriter]'s: which records are tried
/// together, who the culprit is, what is tried again. Used by one thread; closed from any.
public interface BatchStore extends AutoCloseable {
  /// Connects and looks whether writing is possible at all.
  ///
  /// @throws FlowException when it never will be
  /// @throws UnavailableException when it may be later
  void open() throws UnavailableException;

  /// Makes this processor the one that stores the position of the source's one partition, and tells
  /// what is stored.
  ///
  /// @throws FlowException when another processor has taken over since this one did
  default Optional<JsonObject> takeOver() throws UnavailableException {
    return Optional.empty();
  }

  /// An attempt at a delivery starts: tells the messages that the store has already, of a source
  /// that brings a batch once more.
  ///
  /// @throws FlowException when another processor reads its source by now
  default Predicate<Message> stored(Mark mark) throws UnavailableException {
    return _ -> false;
  }

  /// A delivery, or a slice of one, is about to be written: a table may be created from it.
  ///
  /// @param messages all of it that is still to be written
  default void begin(List<Message> messages) throws UnavailableException {}

  /// Writes all of the messages in their order, but for those that it puts among the refusals
  /// because it sees by itself that they cannot be written; or nothing.
  ///
  /// @param refusals empty
  /// @throws PartRefusedException when the server refuses some record; then nothing is written
  /// @throws UnavailableException when it is not known that anything is written
  void write(List<Message> messages, Refusals refusals)
      throws PartRefusedException, UnavailableException;

  /// Whether what [#write] has written is durable when it returns. Else all parts since
  /// [#stored] become durable together with [#commit], and none of them when it is not called.
  default boolean commitsEachPart() {
    return true;
  }

  /// Makes the delivery durable, together with its place in the source. Not called for a store that
  /// commits each part.
  ///
  /// @throws UnavailableException when it is not known that anything is written
  default void commit(Mark mark) throws UnavailableException {}

  /// Takes back what is written since [#stored] and not committed.
  ///
  /// @throws UnavailableException when the connection is lost, and what was written with it
  default void rollback() throws UnavailableException {}

  /// Ends all connections.
  @Override
  void close();
}
