package io.dataflow.cli.demo;

import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.Table;
import io.dataflow.cli.terminal.Terminal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A few rows as the database has them.
record Rows(Terminal terminal, Connection connection) {
  private static final String ORDERS =
      """
      SELECT id, name, email, card, country, total, processed_at::timestamptz(0)::text
      FROM %s ORDER BY id LIMIT %d
      """;

  private static final String REJECTED =
      """
      SELECT error ->> 'message' AS reason, original_message::text AS original
      FROM rejected_orders ORDER BY (error -> 'metadata' ->> 'key')::bigint LIMIT 4
      """;

  private static final int CELL_MAX = 58;

  void show() throws SQLException {
    show(Place.ORDERS, ORDERS.formatted(Place.ORDERS.table(), 4));
    show(Place.LARGE_ORDERS, ORDERS.formatted(Place.LARGE_ORDERS.table(), 2));
    show(Place.REJECTED_ORDERS, REJECTED);
  }

  private void show(Place place, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      var rows = rows(result);
      terminal.line("");
      terminal.line("From the table " + terminal.paint(Colour.CYAN, place.table()) + ":");
      terminal.lines(rows.lines());
    }
  }

  private static Table rows(ResultSet result) throws SQLException {
    var columns = new ArrayList<String>();
    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
      columns.add(result.getMetaData().getColumnLabel(i));
    }
    var table = new Table(columns);
    while (result.next()) {
      table.row(cells(result, columns.size()));
    }
    return table;
  }

  private static List<String> cells(ResultSet result, int count) throws SQLException {
    var cells = new ArrayList<String>();
    for (int i = 1; i <= count; i++) {
      var text = result.getString(i);
      cells.add(result.wasNull() ? "" : cut(text));
    }
    return cells;
  }

  private static String cut(String text) {
    var line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= CELL_MAX ? line : line.substring(0, CELL_MAX - 1) + "…";
  }
}
