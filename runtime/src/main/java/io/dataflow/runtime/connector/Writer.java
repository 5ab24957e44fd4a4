package io.dataflow.runtime.connector;

import io.dataflow.api.chain.SlicedMessages;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import java.util.List;
import java.util.Optional;

/// The writing half of a sink: a batch in, and on return every record of it is either durable in
/// the sink or among the rejected. Used by one thread at a time.
public interface Writer extends AutoCloseable {

  /// Connects and looks whether writing is possible at all.
  ///
  /// @throws FlowException when it never will be: wrong password, missing table, no right to write
  /// @throws UnavailableException when it may be later
  void open() throws UnavailableException;

  /// The position that is stored for the source's one partition; see [SinkConnector#takeOver].
  default Optional<JsonObject> takeOver() throws UnavailableException {
    return Optional.empty();
  }

  /// Writes the messages in their order and waits until the sink has acknowledged all of them.
  /// When it throws, `messages` holds those that are not known to be written, and no others: a
  /// second call with the same list goes on where the first one stopped.
  ///
  /// A sink that [stops at the first rejected record][SinkContext#stopsAtRejected] returns with
  /// that one record among the rejected, everything before it written, and nothing of what is
  /// behind it, which stays in `messages`.
  ///
  /// @param messages taken out of the list as they are written or rejected
  /// @param rejected gets the records that failed by their own fault
  /// @param mark of the batch that the messages are from; for sinks that store the position with
  ///     the rows
  void write(List<Message> messages, List<Rejected> rejected, Mark mark)
      throws UnavailableException;

  /// Writes messages that are too many to exist at once, all of them together with the mark or none
  /// of them. Only of a sink that [stores the position][SinkContext#storesPosition]. What the other
  /// method says of rejected records holds here too; when it throws, nothing is known to be
  /// written, and a second call with the same messages begins anew.
  ///
  /// @param messages told what is written or left out
  void write(SlicedMessages messages, List<Rejected> rejected, Mark mark)
      throws UnavailableException;

  /// Ends all connections. Nothing is written by it.
  @Override
  void close();
}
