package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.postgresql.cdc.change.ChangeListener;
import io.dataflow.runtime.postgresql.cdc.change.CommittedTransaction;
import io.dataflow.runtime.postgresql.cdc.change.Envelope;
import io.dataflow.runtime.postgresql.cdc.change.TableChange;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts changes into batches. A transaction may be many of them: it is never held as a whole.
final class ChangeCollector implements ChangeListener {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeCollector.class);

  private final Envelope envelope;
  private final LogProgress progress;
  private final LogPosition start;
  private LogPosition at;
  private ChangeBatch batch;
  private long commit;

  /// @param start what is before it has been given already, and comes again with its transaction
  ChangeCollector(Envelope envelope, LogPosition start, LogProgress progress) {
    this.envelope = envelope;
    this.progress = progress;
    this.start = start;
    this.at = start;
    this.batch = new ChangeBatch(start);
  }

  @Override
  public void begun(CommittedTransaction transaction) {
    commit = transaction.lsn();
  }

  @Override
  public void changed(TableChange change, long ordinal) {
    if (!start.covers(commit, ordinal)) {
      envelope.messages(change, message -> batch.add(message, commit, ordinal, at.lsn()));
      at = at.within(commit, ordinal);
    }
  }

  @Override
  public void passed(long ordinal) {
    if (!start.covers(commit, ordinal)) {
      at = at.within(commit, ordinal);
    }
  }

  @Override
  public void truncated(List<String> tables) {
    if (!tables.isEmpty()) {
      LOG.warn(
          "source postgresql-cdc: {} emptied by TRUNCATE. No record says so: empty what the flow"
              + " has written where that matters.",
          tables);
    }
  }

  @Override
  public void committed(long end) {
    commit = 0;
    at = LogPosition.behind(end);
  }

  boolean isFull() {
    return batch.isFull();
  }

  boolean isEmpty() {
    return batch.isEmpty();
  }

  /// Whether a transaction has begun and not ended.
  boolean isInside() {
    return commit != 0;
  }

  /// The place behind all changes so far.
  LogPosition at() {
    return at;
  }

  /// Takes out what is there.
  Optional<Batch> take() {
    if (batch.isEmpty()) {
      return Optional.empty();
    }
    var taken = batch.changes(at, progress);
    batch = new ChangeBatch(at);
    return Optional.of(taken);
  }
}
