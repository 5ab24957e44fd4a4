package io.dataflow.cli.chaos.world;

import io.dataflow.cli.chaos.oracle.NumberedRecords;
import io.dataflow.cli.chaos.oracle.NumberedRecords.Cursor;
import io.dataflow.cli.terminal.CommandException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Feeds a table, one transaction after the other, so that no row is committed behind a later one.
final class TableFeed implements SourceFeed {
  private static final long PAUSE_MILLIS = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final LocalTable table;
  private final NumberedRecords records;
  private Optional<Connection> connection = Optional.empty();

  TableFeed(LocalTable table, Cursor cursor, NumberedRecords records) {
    this.table = table;
    this.records = records;
    var columns =
        new Columns()
            .set(cursor.tracking(), "timestamptz")
            .set(cursor.order(), "bigint PRIMARY KEY");
    if (!cursor.order().equals(records.numberField())) {
      columns.set(records.numberField(), "bigint");
    }
    table.create(columns.add(records.sound()).sql());
  }

  @Override
  public void send(long from, long to) throws InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        insert(from, to);
        return;
      } catch (SQLException away) {
        disconnect();
        if (System.nanoTime() > deadline) {
          throw new CommandException("chaos: the table cannot be fed: " + away.getMessage(), away);
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
  }

  /// Rows of a try whose answer was lost are there already, and stay.
  private void insert(long from, long to) throws SQLException {
    if (connection.isEmpty()) {
      connection = Optional.of(table.server().connection(table.database()));
    }
    var sql =
        "INSERT INTO %1$s SELECT * FROM json_populate_recordset(NULL::%1$s, ?::json)"
            + " ON CONFLICT DO NOTHING";
    try (var statement = connection.get().prepareStatement(sql.formatted(table.quoted()))) {
      statement.setString(1, rows(from, to));
      statement.execute();
    }
  }

  private String rows(long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(number -> records.json(number).text())
        .collect(Collectors.joining(",", "[", "]"));
  }

  private void disconnect() {
    connection.ifPresent(
        it -> {
          try {
            it.abort(Runnable::run);
          } catch (SQLException e) {
            throw new IllegalStateException("the driver cannot end its connection", e);
          }
        });
    connection = Optional.empty();
  }

  @Override
  public void close() {
    disconnect();
  }
}
