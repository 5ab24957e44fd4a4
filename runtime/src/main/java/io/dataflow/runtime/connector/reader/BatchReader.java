package io.dataflow.runtime.connector.reader;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The reading half of a source: one batch after the other, each when the flow has taken the one
/// before. Read by one thread.
public interface BatchReader extends AutoCloseable {

  /// Connects, reads the stored position, and looks whether reading is possible at all.
  ///
  /// @throws FlowException when it never will be
  /// @throws UnavailableException when it may be later; then this is called again
  void open() throws UnavailableException;

  /// The batch behind the last one, waiting for it no longer than `patience`; empty when there is
  /// none by then. After an [UnavailableException] the next call goes on behind what the flow was
  /// given last. Bounded in bytes: what a batch holds must fit into memory.
  ///
  /// @throws FlowException when reading cannot go on
  Optional<Batch> next(Duration patience) throws UnavailableException, InterruptedException;

  /// After [#next] had none: whether everything that was there has been given.
  default boolean isExhausted() {
    return true;
  }

  /// What it knows of its server, for metrics.
  default List<SourceConnector.Gauge> gauges() {
    return List.of();
  }

  /// Ends all connections; from any thread. The last acknowledgements are in.
  @Override
  void close();
}
