package io.dataflow.cli.demo;

import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.Table;
import io.dataflow.cli.terminal.Terminal;
import io.dataflow.runtime.flow.FlowCounters;
import java.sql.Connection;
import java.sql.SQLException;

/// Whether every order is where it belongs: what was produced is known, what is there is counted in
/// the database itself. A dropped order is nowhere, so for those the flow's own count must do.
final class Verdict {
  private final Terminal terminal;
  private final Connection connection;
  private final Expected expected;
  private final FlowCounters counters;

  Verdict(Terminal terminal, Connection connection, Expected expected, FlowCounters counters) {
    this.terminal = terminal;
    this.connection = connection;
    this.expected = expected;
    this.counters = counters;
  }

  /// Shows the counts, and returns whether they are all as they must be.
  boolean show() throws SQLException {
    var table = new Table("sink", "table", "expected", "counted", "");
    var wanted = 0L;
    var found = 0L;
    var good = true;
    for (var place : Place.values()) {
      var count = count(place);
      wanted += expected.at(place);
      found += count;
      good &= count == expected.at(place);
      table.row(
          place.exit(),
          place == Place.DROPPED ? "(the filter's own count)" : place.table(),
          Amount.count(expected.at(place)),
          Amount.count(count),
          count == expected.at(place) ? "✓" : "✗");
    }
    table.row("together", "", Amount.count(wanted), Amount.count(found), good ? "✓" : "✗");
    terminal.line("");
    terminal.line("Where the records are, counted in the database:");
    terminal.lines(table.lines());
    terminal.line(
        good
            ? terminal.paint(Colour.GREEN, "Every record is where it belongs.")
            : terminal.paint(Colour.RED, "The counts do not add up."));
    return good;
  }

  private long count(Place place) throws SQLException {
    if (place == Place.DROPPED) {
      return counters.dropped();
    }
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT count(*) FROM " + place.table())) {
      result.next();
      return result.getLong(1);
    }
  }
}
