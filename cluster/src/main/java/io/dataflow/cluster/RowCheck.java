package io.dataflow.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whether every order is where it belongs, and whether the flow's status says the same.
///
/// @param expected count by what is counted
/// @param found the same as the database and the API server have it
record RowCheck(Map<String, Long> expected, Map<String, Long> found) {

  /// Counts now.
  static RowCheck of(long records, Backends backends, SampleFlow flow) {
    var counts = Orders.byTable(records);
    var expected = new LinkedHashMap<String, Long>();
    var found = new LinkedHashMap<String, Long>();
    for (var table : TargetTable.values()) {
      if (table != TargetTable.DROPPED) {
        expected.put("rows of " + table.tableName(), counts.get(table));
        found.put("rows of " + table.tableName(), backends.rows(table.tableName()));
      }
    }
    expected.put("status.processedCount", records);
    found.put("status.processedCount", flow.count("processedCount"));
    expected.put("status.errorCount", counts.get(TargetTable.REJECTED_ORDERS));
    found.put("status.errorCount", flow.count("errorCount"));
    return new RowCheck(expected, found);
  }

  boolean isGood() {
    return expected.equals(found);
  }

  /// The counts side by side.
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("  %-24s %10s %10s".formatted("", "expected", "counted"));
    expected.forEach(
        (what, count) ->
            lines.add(
                "  %-24s %,10d %,10d %s"
                    .formatted(
                        what, count, found.get(what), count.equals(found.get(what)) ? "✓" : "✗")));
    return lines;
  }
}
