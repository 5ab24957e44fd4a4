package io.dataflow.cli.demo;

import java.util.Locale;

/// Where a record of the demo ends up: one of the three tables, or nowhere.
enum Place {
  /// The main sink.
  ORDERS("main"),
  /// The router's route.
  LARGE_ORDERS("route-0"),
  /// The error sink.
  REJECTED_ORDERS("errors"),
  /// Dropped by the filter.
  DROPPED("dropped");

  private final String exit;

  Place(String exit) {
    this.exit = exit;
  }

  /// The name of the way out of the flow.
  String exit() {
    return exit;
  }

  /// The name of the table.
  String table() {
    return name().toLowerCase(Locale.ROOT);
  }
}
