package io.dataflow.cli.demo;

import java.util.EnumMap;
import java.util.Map;

/// How many of the demo's records must end up where.
record Expected(Map<Place, Long> counts) {

  /// The places of the orders from 0 to before `records`.
  static Expected of(long records) {
    var counts = new EnumMap<Place, Long>(Place.class);
    for (var place : Place.values()) {
      counts.put(place, 0L);
    }
    for (long number = 0; number < records; number++) {
      counts.merge(Orders.kind(number).place(), 1L, Long::sum);
    }
    return new Expected(counts);
  }

  long at(Place place) {
    return counts.get(place);
  }
}
