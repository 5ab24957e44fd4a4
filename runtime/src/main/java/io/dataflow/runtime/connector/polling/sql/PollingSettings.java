package io.dataflow.runtime.connector.polling.sql;

import java.time.Duration;
import java.util.Optional;

/// What a manifest says about a source that is polled, whichever database it is.
///
/// @param tracking the first of the cursor's two columns; empty when each poll reads everything
/// @param order the column that tells rows of one time apart
/// @param interval between two polls, when there is nothing to read
/// @param readBatchSize rows of one poll, at most; 0 for no limit
/// @param handoverPatience how long a poll stays open while the flow does not take a batch
public record PollingSettings(
    Optional<String> table,
    Optional<String> query,
    Optional<String> tracking,
    String order,
    Duration interval,
    int readBatchSize,
    boolean autoCreateTable,
    Duration handoverPatience) {
  /// How long a transaction may stay open that nobody reads from.
  public static final Duration HANDOVER_PATIENCE = Duration.ofMinutes(1);

  /// Without a pause an idle source would ask the server as fast as it answers.
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);

  /// An interval of zero is made a short one.
  public PollingSettings {
    interval = interval.isZero() ? SHORTEST_INTERVAL : interval;
  }

  /// The same, ending a poll sooner or later when the flow does not take a batch.
  public PollingSettings withHandoverPatience(Duration patience) {
    return new PollingSettings(
        table, query, tracking, order, interval, readBatchSize, autoCreateTable, patience);
  }
}
