package io.dataflow.cluster;

/// Where an order of the sample ends up: in one of its three tables, or nowhere.
enum TargetTable {
  /// Like most.
  ORDERS,
  /// Worth a table of its own.
  LARGE_ORDERS,
  /// Not JSON, kept with the reason.
  REJECTED_ORDERS,
  /// A test order, which the filter drops.
  DROPPED;

  /// The name of the table.
  String tableName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
