package io.dataflow.cluster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A few rows as the database has them.
record Rows(Backends backends) {
  private static final String ORDERS =
      "SELECT id, name, email, card, total FROM %s ORDER BY id LIMIT 3";
  private static final String REJECTED =
      "SELECT error ->> 'message' AS reason, original_message::text FROM rejected_orders LIMIT 2";

  List<String> lines() throws SQLException {
    var lines = new ArrayList<String>();
    for (var table :
        List.of(TargetTable.ORDERS, TargetTable.LARGE_ORDERS, TargetTable.REJECTED_ORDERS)) {
      lines.add("From the table " + table.tableName() + ":");
      lines.addAll(
          rows(
              table == TargetTable.REJECTED_ORDERS
                  ? REJECTED
                  : ORDERS.formatted(table.tableName())));
    }
    return lines;
  }

  private List<String> rows(String query) throws SQLException {
    try (var connection = backends.connection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        var cells = new ArrayList<String>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          cells.add(String.valueOf(result.getString(column)));
        }
        rows.add("  " + String.join(" | ", cells));
      }
      return rows;
    }
  }
}
