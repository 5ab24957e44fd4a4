package io.dataflow.cli.chaos.world;

import io.dataflow.cli.chaos.oracle.NumberedRecords;
import io.dataflow.cli.chaos.oracle.NumberedRecords.Cursor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Feeds a table that is polled, one transaction after the other, so that no row is committed
/// behind a later one.
final class TableFeed implements SourceFeed {
  private final LocalTable table;
  private final NumberedRecords records;
  private final PatientConnection connection;

  TableFeed(LocalTable table, Cursor cursor, NumberedRecords records) {
    this.table = table;
    this.records = records;
    this.connection = new PatientConnection(table);
    var columns =
        new Columns()
            .set(cursor.tracking(), ColumnKind.MOMENT)
            .set(cursor.order(), ColumnKind.WHOLE);
    if (!cursor.order().equals(records.numberField())) {
      columns.set(records.numberField(), ColumnKind.WHOLE);
    }
    table.create(columns.add(records.sound()).postgresql(List.of(cursor.order())));
  }

  @Override
  public void send(long from, long to) throws InterruptedException {
    connection.run(it -> insert(it, from, to));
  }

  /// Rows of a try whose answer was lost are there already, and stay.
  private void insert(Connection to, long first, long end) throws SQLException {
    var sql =
        "INSERT INTO %1$s SELECT * FROM json_populate_recordset(NULL::%1$s, ?::json)"
            + " ON CONFLICT DO NOTHING";
    try (var statement = to.prepareStatement(sql.formatted(table.quoted()))) {
      statement.setString(1, rows(first, end));
      statement.execute();
    }
  }

  private String rows(long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(number -> records.json(number).text())
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public void close() {
    connection.close();
  }
}
