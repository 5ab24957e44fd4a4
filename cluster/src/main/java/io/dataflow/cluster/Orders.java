package io.dataflow.cluster;

import java.util.EnumMap;
import java.util.Map;

/// The orders of a made-up shop: an order is a function of its number, and so is where it belongs.
final class Orders {
  private Orders() {}

  /// The order as it goes into the topic.
  static String text(long number) {
    return switch (tableOf(number)) {
      case REJECTED_ORDERS -> "order=" + number + ";status=paid;total=12.50";
      case DROPPED -> json(number, "test", 1);
      case LARGE_ORDERS -> json(number, "paid", 900 + number % 400);
      case ORDERS -> json(number, number % 3 == 0 ? "new" : "paid", 10 + number % 800);
    };
  }

  /// Where it belongs.
  static TargetTable tableOf(long number) {
    if (number % 100 == 99) {
      return TargetTable.REJECTED_ORDERS;
    }
    return number % 10 == 3
        ? TargetTable.DROPPED
        : number % 10 == 7 ? TargetTable.LARGE_ORDERS : TargetTable.ORDERS;
  }

  /// How many of the first so many orders belong where.
  static Map<TargetTable, Long> byTable(long records) {
    var counts = new EnumMap<TargetTable, Long>(TargetTable.class);
    for (var table : TargetTable.values()) {
      counts.put(table, 0L);
    }
    for (long number = 0; number < records; number++) {
      counts.merge(tableOf(number), 1L, Long::sum);
    }
    return counts;
  }

  private static String json(long number, String status, long total) {
    return """
    {"id":%d,"placed_at":"2026-03-01T08:00:00Z","status":"%s",\
    "customer":{"name":"Ada Berg","email":"customer%d@example.com"},\
    "card":"4929 1234 0343 %04d","country":"SE","total":%d.90,"quantity":%d,\
    "items":[{"name":"lamp"}]}\
    """
        .formatted(number, status, number, number % 10_000, total, 1 + number % 9);
  }
}
