package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.runtime.connector.SourceConnector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the slot does: what the server keeps for it, and whether it will go on to.
final class SlotWatch {
  private static final Logger LOG = LoggerFactory.getLogger(SlotWatch.class);
  private static final List<String> STATUSES =
      List.of("reserved", "extended", "unreserved", "lost");
  private static final String LOOK =
      "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)::float8,"
          + " pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::float8, coalesce(wal_status, '')"
          + " FROM pg_replication_slots WHERE slot_name = ?";

  /// What was seen last.
  private record Seen(double lag, double retained, String status) {
    static final Seen NOTHING = new Seen(Double.NaN, Double.NaN, "");
  }

  private final String slot;
  private volatile Seen seen = Seen.NOTHING;

  SlotWatch(String slot) {
    this.slot = slot;
  }

  /// For metrics.
  List<SourceConnector.Gauge> gauges() {
    var gauges = new ArrayList<SourceConnector.Gauge>();
    gauges.add(
        gauge(
            "slot_lag_bytes", "Log of the server that the flow has not acknowledged.", Seen::lag));
    gauges.add(
        gauge("slot_retained_bytes", "Log that the server keeps for the slot.", Seen::retained));
    for (var status : STATUSES) {
      gauges.add(
          new SourceConnector.Gauge(
              "slot_wal_status",
              "1 for the status that the slot has.",
              List.of("wal_status", status),
              () -> seen.status().equals(status) ? 1 : 0));
    }
    return List.copyOf(gauges);
  }

  private SourceConnector.Gauge gauge(String name, String help, ToDoubleFunction<Seen> value) {
    return new SourceConnector.Gauge(name, help, List.of(), () -> value.applyAsDouble(seen));
  }

  /// Looks at it.
  void look(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(LOOK)) {
      statement.setString(1, slot);
      try (var row = statement.executeQuery()) {
        var before = seen.status();
        seen =
            row.next()
                ? new Seen(row.getDouble(1), row.getDouble(2), row.getString(3))
                : Seen.NOTHING;
        if (seen.status().equals("unreserved") && !before.equals("unreserved")) {
          LOG.warn(
              "source postgresql-cdc: the server is about to give up the slot {}, because what it"
                  + " keeps for it is more than `max_slot_wal_keep_size`: {} bytes. Let the flow"
                  + " catch up, or raise that.",
              slot,
              (long) seen.retained());
        }
      }
    }
  }

  /// Nobody looks any more.
  void forget() {
    seen = Seen.NOTHING;
  }
}
