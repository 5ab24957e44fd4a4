package io.dataflow.cli.demo;

import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.Table;
import java.util.List;

/// Whether every order is where it belongs.
record Verdict(Counts expected, Counts found) {

  boolean isGood() {
    return expected.equals(found);
  }

  /// The counts side by side.
  List<String> table() {
    var table = new Table("sink", "table", "expected", "counted", "");
    for (var place : Place.values()) {
      table.row(
          place.exit(),
          place == Place.DROPPED ? "(the filter's own count)" : place.table(),
          Amount.count(expected.at(place)),
          Amount.count(found.at(place)),
          mark(expected.at(place), found.at(place)));
    }
    table.row(
        "together",
        "",
        Amount.count(expected.together()),
        Amount.count(found.together()),
        mark(expected.together(), found.together()));
    return table.lines();
  }

  /// The same in a sentence.
  String sentence() {
    if (isGood()) {
      return "Every one of the "
          + Amount.count(expected.together(), "record")
          + " is where it belongs.";
    }
    var difference = found.together() - expected.together();
    return "The counts do not add up: "
        + (difference == 0
            ? "some records are in the wrong place."
            : Amount.count(Math.abs(difference), "record")
                + (difference < 0 ? " missing." : " too many."));
  }

  private static String mark(long expected, long found) {
    return expected == found ? "✓" : "✗";
  }
}
