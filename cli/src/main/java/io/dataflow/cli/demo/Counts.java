package io.dataflow.cli.demo;

import io.dataflow.runtime.flow.state.FlowCounters;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/// How many records are where.
record Counts(Map<Place, Long> at) {

  /// Where the orders from 0 to before `records` must end up.
  static Counts expected(long records) {
    var counts = new EnumMap<Place, Long>(Place.class);
    for (var place : Place.values()) {
      counts.put(place, 0L);
    }
    for (long number = 0; number < records; number++) {
      counts.merge(Orders.kind(number).place(), 1L, Long::sum);
    }
    return new Counts(counts);
  }

  /// What the database itself holds. A dropped order is nowhere, so for those the flow's own count
  /// must do.
  static Counts found(Connection connection, FlowCounters counters) throws SQLException {
    var counts = new EnumMap<Place, Long>(Place.class);
    for (var place : Place.values()) {
      counts.put(
          place, place == Place.DROPPED ? counters.dropped() : rows(connection, place.table()));
    }
    return new Counts(counts);
  }

  private static long rows(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT count(*) FROM " + table)) {
      result.next();
      return result.getLong(1);
    }
  }

  long at(Place place) {
    return at.get(place);
  }

  long together() {
    return at.values().stream().mapToLong(Long::longValue).sum();
  }
}
