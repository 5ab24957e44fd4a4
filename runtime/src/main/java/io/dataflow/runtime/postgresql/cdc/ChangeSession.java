package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.postgresql.cdc.change.Envelope;
import io.dataflow.runtime.postgresql.cdc.change.PgOutput;
import io.dataflow.runtime.postgresql.cdc.change.RelationCatalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.postgresql.replication.LogSequenceNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is read while its connections last: the rest of a snapshot, and the changes behind it.
final class ChangeSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeSession.class);

  private static final int LOOK_SECONDS = 5;

  /// How often a quiet server is asked: at once behind a change, and then less and less.
  private static final long LONGEST_PAUSE_MILLIS = 16;

  /// A batch that is not full waits so long for more of its transaction.
  private static final Duration MORE = Duration.ofMillis(20);

  private final CdcSettings settings;
  private final Connection catalog;
  private final Connection replication;
  private final LogProgress progress;
  private final SlotWatch watch;
  private final ScheduledExecutorService timer;
  private final ChangeCollector collector;
  private final PgOutput decoder;
  private volatile Optional<Snapshot> snapshot;
  private volatile Optional<ChangeStream> stream = Optional.empty();
  private LogPosition position;
  private long end;
  private boolean reached;
  private long confirmedNanos = System.nanoTime();

  ChangeSession(
      CdcSettings settings,
      Connection catalog,
      Connection replication,
      Optional<Snapshot> snapshot,
      RelationCatalog relations,
      Envelope envelope,
      LogPosition from,
      LogProgress progress,
      SlotWatch watch) {
    this.watch = watch;
    this.settings = settings;
    this.catalog = catalog;
    this.replication = replication;
    this.snapshot = snapshot;
    this.progress = progress;
    this.position = from;
    var start = from.withoutSnapshot();
    this.collector = new ChangeCollector(envelope, start, progress);
    this.decoder = new PgOutput(relations, collector);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slot-watch").factory());
    timer.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      watch.look(catalog);
    } catch (SQLException e) {
      // The thread that reads meets the same failure, and says it.
      LOG.debug("The slot cannot be looked at", e);
    }
  }

  /// Behind what the flow has been given.
  LogPosition position() {
    return position;
  }

  /// Whether the rows that were there are read.
  boolean isBehindSnapshot() {
    return snapshot.isEmpty();
  }

  Optional<Batch> next(Duration patience) throws SQLException, InterruptedException {
    if (snapshot.isPresent()) {
      var rows = snapshot.get().next();
      if (rows.isPresent()) {
        position = LogPosition.of(rows.get().mark().position());
        return rows;
      }
      snapshot.get().close();
      snapshot = Optional.empty();
      position = position.withoutSnapshot();
    }
    if (stream.isEmpty()) {
      stream = Optional.of(new ChangeStream(replication, settings, position, progress));
    }
    return changes(stream.get(), patience);
  }

  private Optional<Batch> changes(ChangeStream from, Duration patience)
      throws SQLException, InterruptedException {
    long begin = System.nanoTime();
    long waited = 0;
    long pause = 1;
    // Changes of tables that nobody wants bring no batch, however many there are.
    while (!collector.isFull() && waited <= patience.toNanos()) {
      var message = from.next();
      waited = System.nanoTime() - begin;
      if (message.isPresent()) {
        decoder.message(message.get(), from.received());
        pause = 1;
      } else {
        confirmIdle(from);
        if (isEnough(waited)) {
          break;
        }
        Thread.sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      }
    }
    position = collector.at();
    var batch = collector.take();
    reached = batch.isEmpty() && look(from);
    return batch;
  }

  /// Whether a batch goes on without what is not there yet.
  private boolean isEnough(long waited) {
    return !collector.isEmpty() && (!collector.isInside() || waited > MORE.toNanos());
  }

  /// Whether the server has looked through its whole log.
  private boolean look(ChangeStream from) throws SQLException {
    if (end == 0) {
      try (var statement = catalog.createStatement();
          var row = statement.executeQuery("SELECT pg_current_wal_flush_lsn()::text")) {
        row.next();
        end = LogSequenceNumber.valueOf(row.getString(1)).asLong();
      }
    }
    boolean there = Long.compareUnsigned(from.received(), end) >= 0 && !collector.isInside();
    end = there ? 0 : end;
    return there;
  }

  /// When all is acknowledged and nothing is under way, the server may forget what other tables
  /// have written.
  private void confirmIdle(ChangeStream from) {
    int seconds = settings.source().heartbeatIntervalSeconds();
    boolean due =
        seconds > 0 && System.nanoTime() - confirmedNanos > Duration.ofSeconds(seconds).toNanos();
    if (due && collector.isEmpty() && !collector.isInside()) {
      confirmedNanos = System.nanoTime();
      progress.confirm(from.received());
    }
  }

  boolean isExhausted() {
    return reached;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    watch.forget();
    snapshot.ifPresent(Snapshot::close);
    stream.ifPresent(ChangeStream::close);
    for (var connection : new Connection[] {replication, catalog}) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.debug("A connection could not be closed", e);
      }
    }
  }
}
