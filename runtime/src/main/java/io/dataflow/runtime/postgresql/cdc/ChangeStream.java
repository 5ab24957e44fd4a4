package io.dataflow.runtime.postgresql.cdc;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's stream of changes. A thread of its own tells the server every two seconds that
/// somebody is there and what is acknowledged, also while the flow is busy with a batch.
final class ChangeStream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);
  private static final Duration STATUS = Duration.ofSeconds(2);

  private final Connection connection;
  private final PGReplicationStream stream;
  private final LogProgress progress;
  private final ScheduledExecutorService timer;

  /// Begins to read.
  ///
  /// @param connection for replication; closed with the stream
  /// @param from behind which place of the log
  ChangeStream(Connection connection, CdcSettings settings, LogPosition from, LogProgress progress)
      throws SQLException {
    this.connection = connection;
    this.progress = progress;
    stream =
        connection
            .unwrap(PGConnection.class)
            .getReplicationAPI()
            .replicationStream()
            .logical()
            .withSlotName(settings.slot())
            .withStartPosition(LogSequenceNumber.valueOf(from.lsn()))
            .withSlotOption("proto_version", 1)
            .withSlotOption("publication_names", quoted(settings.publication()))
            .withStatusInterval(0, TimeUnit.SECONDS)
            .withAutomaticFlush(false)
            .start();
    progress.confirm(from.lsn());
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("replication-status").factory());
    timer.scheduleWithFixedDelay(
        this::tellAlive, STATUS.toMillis(), STATUS.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private void tellAlive() {
    try {
      tell();
    } catch (SQLException e) {
      // The thread that reads meets the same failure, and says it.
      LOG.debug("The server cannot be told what is acknowledged", e);
    }
  }

  private synchronized void tell() throws SQLException {
    if (!stream.isClosed()) {
      stream.setFlushedLSN(LogSequenceNumber.valueOf(progress.flushed()));
      stream.setAppliedLSN(LogSequenceNumber.valueOf(progress.flushed()));
      stream.forceUpdateStatus();
    }
  }

  /// The next message, if there is one.
  synchronized Optional<ByteBuffer> next() throws SQLException {
    return Optional.ofNullable(stream.readPending());
  }

  /// Where in the log the last message stands, or up to where the server has looked through it.
  synchronized long received() {
    return stream.getLastReceiveLSN().asLong();
  }

  /// Tells what is acknowledged for the last time, and ends.
  @Override
  public void close() {
    timer.shutdownNow();
    tellAlive();
    try {
      // Closing the stream would wait for whatever the server has under way.
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("A connection could not be closed", e);
    }
  }
}
