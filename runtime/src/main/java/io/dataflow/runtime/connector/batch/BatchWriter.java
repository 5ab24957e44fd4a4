package io.dataflow.runtime.connector.batch;

import io.dataflow.api.chain.SlicedMessages;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.Writer;
import java.util.List;
import java.util.Optional;

/// Writes deliveries into a store part by part. When a part is refused, it finds the culprits, each
/// of which costs itself alone; the others are written, in their order. After an outage it goes on
/// where it was.
public final class BatchWriter implements Writer {
  private final BatchStore store;
  private final String stage;
  private final int most;
  private final boolean stopsAtRejected;

  /// @param stage the sink's name in the flow: `sink:main`
  /// @param most records that are written together, at most
  /// @param stopsAtRejected whether nothing may be written behind a refused record: nobody takes
  ///     it, so the flow ends right before it. Then [#write] returns with the one record among the
  ///     rejected and with all behind it still among the messages
  public BatchWriter(BatchStore store, String stage, int most, boolean stopsAtRejected) {
    this.store = store;
    this.stage = stage;
    this.most = most;
    this.stopsAtRejected = stopsAtRejected;
  }

  @Override
  public void open() throws UnavailableException {
    store.open();
  }

  @Override
  public Optional<JsonObject> takeOver() throws UnavailableException {
    return store.takeOver();
  }

  @Override
  public void write(List<Message> messages, List<Rejected> rejected, Mark mark)
      throws UnavailableException {
    messages.removeIf(store.stored(mark));
    store.begin(messages);
    new Attempt(store, stage, stopsAtRejected, messages, rejected, new Evidence(stage))
        .write(most, mark);
  }

  @Override
  public void write(SlicedMessages messages, List<Rejected> rejected, Mark mark)
      throws UnavailableException {
    new SlicedAttempt(store, stage, most, stopsAtRejected, messages, rejected).write(mark);
  }

  @Override
  public void close() {
    store.close();
  }
}
