package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.postgresql.cdc.SourceSetup.SourceTable;
import io.dataflow.runtime.postgresql.cdc.change.ChangeOperation;
import io.dataflow.runtime.postgresql.cdc.change.CommittedTransaction;
import io.dataflow.runtime.postgresql.cdc.change.CopyLine;
import io.dataflow.runtime.postgresql.cdc.change.Envelope;
import io.dataflow.runtime.postgresql.cdc.change.RelationCatalog;
import io.dataflow.runtime.postgresql.cdc.change.RelationCatalog.ColumnDescription;
import io.dataflow.runtime.postgresql.cdc.change.ReplicatedRelation;
import io.dataflow.runtime.postgresql.cdc.change.TableChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rows that are there already, table after table, each by one `COPY`, all as they were at one
/// moment. A row is read ahead, so that the last batch of a table knows that it is the last.
final class Snapshot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);
  private static final String COLUMNS =
      "SELECT attname, atttypid FROM pg_attribute WHERE attrelid = to_regclass(?) AND attnum > 0"
          + " AND NOT attisdropped AND attgenerated = '' ORDER BY attnum";

  private final Connection connection;
  private final RelationCatalog catalog;
  private final Envelope envelope;
  private final LogProgress progress;
  private final Deque<SourceTable> left;
  private final List<String> complete;
  private final CommittedTransaction transaction;
  private LogPosition position;
  private Optional<ReplicatedRelation> relation = Optional.empty();
  private CopyOut copy;
  private byte[] ahead;

  /// @param connection in a transaction that sees the rows; closed with the snapshot
  /// @param position where changes go on; it has the tables that are complete
  Snapshot(
      Connection connection,
      List<SourceTable> tables,
      RelationCatalog catalog,
      Envelope envelope,
      LogPosition position,
      LogProgress progress) {
    this.connection = connection;
    this.catalog = catalog;
    this.envelope = envelope;
    this.progress = progress;
    this.position = position;
    this.complete = new ArrayList<>(position.snapshot().orElse(List.of()));
    this.left = new ArrayDeque<>(tables);
    left.removeIf(table -> complete.contains(table.name()));
    transaction =
        new CommittedTransaction(
            position.lsn(), ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), 0);
  }

  /// Begins a transaction that sees what the exported snapshot shows, or else what is there now.
  static void begin(Connection connection, Optional<String> exported) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      if (exported.isPresent()) {
        statement.execute("SET TRANSACTION SNAPSHOT '" + exported.get() + "'");
      } else {
        // The first query decides what is seen.
        statement.execute("SELECT 1");
      }
    }
  }

  /// The next rows; empty when there are no more.
  Optional<Batch> next() throws SQLException {
    while (relation.isPresent() || !left.isEmpty()) {
      if (relation.isEmpty()) {
        open(left.remove());
      }
      var batch = rows();
      if (!batch.isEmpty()) {
        return Optional.of(batch.rows(position, progress));
      }
      // An empty table has no batch that would say that it is complete.
      progress.acknowledge(position);
    }
    return Optional.empty();
  }

  private void open(SourceTable table) throws SQLException {
    var columns = new ArrayList<ColumnDescription>();
    try (var statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table.quoted());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(new ColumnDescription(rows.getString(1), false, (int) rows.getLong(2)));
        }
      }
    }
    relation = catalog.relation(table.schema(), table.table(), false, columns);
    var names = columns.stream().map(ColumnDescription::name).map(Snapshot::quoted).toList();
    var sql =
        "COPY (SELECT %s FROM %s) TO STDOUT".formatted(String.join(", ", names), table.quoted());
    copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
    ahead = copy.readFromCopy();
    LOG.info("source postgresql-cdc: the snapshot of {} begins", table.name());
  }

  private static String quoted(String name) {
    return TableName.quote(name);
  }

  private ChangeBatch rows() throws SQLException {
    var batch = new ChangeBatch(position);
    var from = relation.orElseThrow();
    while (ahead != null && !batch.isFull()) {
      var row = Optional.of(CopyLine.tuple(ahead, from.columns().size()));
      var change =
          new TableChange(
              from, ChangeOperation.READ, Optional.empty(), row, transaction, position.lsn());
      envelope.messages(change, batch::add);
      ahead = copy.readFromCopy();
    }
    if (ahead == null) {
      complete.add(from.name());
      relation = Optional.empty();
      boolean done = left.isEmpty() || position.snapshot().isEmpty();
      position = done ? position.withoutSnapshot() : position.during(complete);
    }
    return batch;
  }

  @Override
  public void close() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("A connection could not be closed", e);
    }
  }
}
