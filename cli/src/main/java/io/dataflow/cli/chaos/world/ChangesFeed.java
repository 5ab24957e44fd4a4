package io.dataflow.cli.chaos.world;

import io.dataflow.api.connector.PostgresqlCdcSource;
import io.dataflow.api.connector.option.SnapshotMode;
import io.dataflow.cli.chaos.oracle.NumberedRecords;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Feeds the first of the tables whose changes are followed, a transaction a portion: each record
/// is a row that is inserted or, where [NumberedRecords#isUpdate] says so, what the row of the
/// record before it becomes.
final class ChangesFeed implements SourceFeed {
  private final LocalTable table;
  private final NumberedRecords records;
  private final PatientConnection connection;
  private final Columns columns;

  /// Makes the tables, and before the first row whatever the source does not make itself. A flow
  /// without a snapshot sees nothing that was there before its slot.
  ChangesFeed(PostgresqlCdcSource source, List<LocalTable> tables, NumberedRecords records) {
    this.table = tables.getFirst();
    this.records = records;
    this.connection = new PatientConnection(table);
    this.columns = new Columns().set(records.numberField(), ColumnKind.WHOLE).add(records.sound());
    for (var each : tables) {
      each.create(columns.postgresql(List.of(records.numberField())));
      // Else the update of a row's number would be a delete and an insert.
      each.run("ALTER TABLE " + each.quoted() + " REPLICA IDENTITY FULL");
    }
    boolean early = source.snapshotMode() == SnapshotMode.NEVER || !source.createSlotIfNotExists();
    if (early || !source.createPublicationIfNotExists()) {
      publish(source, tables);
    }
    if (early) {
      table.run(
          "SELECT pg_create_logical_replication_slot('%s', 'pgoutput')"
              .formatted(source.slotName().strip()));
    }
  }

  private void publish(PostgresqlCdcSource source, List<LocalTable> tables) {
    table.run(
        "CREATE PUBLICATION %s FOR TABLE %s WITH (publish = 'insert, update, delete')"
            .formatted(
                Columns.quoted(source.publicationName().strip()),
                tables.stream().map(LocalTable::quoted).collect(Collectors.joining(", "))));
  }

  @Override
  public void send(long from, long to) throws InterruptedException {
    connection.run(it -> change(it, from, to));
  }

  /// Of a try whose answer was lost all is there, or nothing.
  private void change(Connection to, long first, long end) throws SQLException {
    to.setAutoCommit(false);
    if (!isThere(to, end - 1)) {
      insert(to, first, end);
      update(to, first, end);
    }
    to.commit();
  }

  private boolean isThere(Connection in, long number) throws SQLException {
    var sql = "SELECT FROM " + table.quoted() + " WHERE " + number() + " = ?";
    try (var statement = in.prepareStatement(sql)) {
      statement.setLong(1, number);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /// Before the updates of the same portion: a key has either inserts or updates, so that its
  /// records keep their order.
  private void insert(Connection to, long first, long end) throws SQLException {
    var rows =
        LongStream.range(first, end)
            .filter(number -> !records.isUpdate(number))
            .mapToObj(number -> records.json(number).text())
            .collect(Collectors.joining(",", "[", "]"));
    var sql = "INSERT INTO %1$s SELECT * FROM json_populate_recordset(NULL::%1$s, ?::json)";
    try (var statement = to.prepareStatement(sql.formatted(table.quoted()))) {
      statement.setString(1, rows);
      statement.execute();
    }
  }

  private void update(Connection to, long first, long end) throws SQLException {
    var sql =
        "UPDATE %1$s SET (%2$s) = (SELECT %2$s FROM json_populate_record(NULL::%1$s, ?::json))"
            + " WHERE %3$s = ?";
    try (var statement =
        to.prepareStatement(
            sql.formatted(table.quoted(), Columns.quoted(columns.names()), number()))) {
      for (long number = first; number < end; number++) {
        if (records.isUpdate(number)) {
          statement.setString(1, records.json(number).text());
          statement.setLong(2, number - 1);
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private String number() {
    return Columns.quoted(records.numberField());
  }

  @Override
  public void close() {
    connection.close();
  }
}
