package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A batch that grows until it is large enough.
final class ChangeBatch {
  /// Messages of a batch, at most.
  static final int MOST = 5000;

  private static final long MOST_BYTES = 8L << 20;

  private final LogPosition before;
  private final List<Message> messages = new ArrayList<>();
  private long[] commits = new long[64];
  private long[] ordinals = new long[64];
  private long[] complete = new long[64];
  private long bytes;

  ChangeBatch(LogPosition before) {
    this.before = before;
  }

  /// A row of a snapshot, which has no place in the log.
  void add(Message message) {
    messages.add(message);
    bytes += message.original().length;
  }

  /// A message of a change.
  ///
  /// @param lsn behind which complete transaction its own begins
  void add(Message message, long commit, long ordinal, long lsn) {
    int i = messages.size();
    if (i == commits.length) {
      commits = Arrays.copyOf(commits, 2 * i);
      ordinals = Arrays.copyOf(ordinals, 2 * i);
      complete = Arrays.copyOf(complete, 2 * i);
    }
    commits[i] = commit;
    ordinals[i] = ordinal;
    complete[i] = lsn;
    add(message);
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  /// Two messages may come of one change.
  boolean isFull() {
    return messages.size() >= MOST - 1 || bytes >= MOST_BYTES;
  }

  Batch changes(LogPosition behind, LogProgress progress) {
    int size = messages.size();
    var places =
        new LogMark.Places(
            Arrays.copyOf(commits, size),
            Arrays.copyOf(ordinals, size),
            Arrays.copyOf(complete, size));
    return new Batch(messages, new LogMark(before, places, behind, progress));
  }

  Batch rows(LogPosition behind, LogProgress progress) {
    return new Batch(messages, new LogMark(before, LogMark.Places.NONE, behind, progress));
  }
}
