package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.table.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.replication.LogSequenceNumber;

/// The replication slot as the server has it.
///
/// @param active the process that reads it; 0 when none does
/// @param silent whether that one has not answered for long: its machine is gone
/// @param confirmed up to where it is acknowledged
record Slot(String plugin, String database, int active, boolean silent, long confirmed) {
  private static final String FIND =
      """
      SELECT coalesce(s.plugin, ''), coalesce(s.database, ''), coalesce(s.active_pid, 0),
        s.active AND coalesce(greatest(r.reply_time, r.backend_start)
          < clock_timestamp() - interval '15 s', false),
        s.confirmed_flush_lsn::text, coalesce(s.wal_status, '')
      FROM pg_replication_slots AS s
        LEFT JOIN pg_stat_replication AS r ON r.pid = s.active_pid
      WHERE s.slot_name = ?\
      """;

  /// The slot; empty when there is none.
  ///
  /// @throws FlowException when it cannot be read from any more
  static Optional<Slot> find(Connection connection, CdcSettings settings) throws SQLException {
    try (var statement = connection.prepareStatement(FIND)) {
      statement.setString(1, settings.slot());
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (row.getString(6).equals("lost")) {
          throw lost(settings);
        }
        var confirmed = Optional.ofNullable(row.getString(5)).map(LogSequenceNumber::valueOf);
        return Optional.of(
            new Slot(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getBoolean(4),
                confirmed.map(LogSequenceNumber::asLong).orElse(0L)));
      }
    }
  }

  private static FlowException lost(CdcSettings settings) {
    return wrong(
        settings,
        "has lost what the flow has not read yet (`wal_status = lost`), because it was more than"
            + " `max_slot_wal_keep_size` there. Drop it, `"
            + drop(settings)
            + "`, and set `checkpointReset: true` to begin anew with a snapshot.");
  }

  /// Looks whether it can be read by this flow now.
  ///
  /// @throws FlowException when it is another one's
  /// @throws UnavailableException while somebody reads it; one that is dead is ended
  void check(Connection connection, CdcSettings settings, String databaseName)
      throws SQLException, UnavailableException {
    if (!plugin.equals("pgoutput")) {
      throw wrong(
          settings,
          "has the output plugin `"
              + plugin
              + "`, not `pgoutput`. Name another slot in `slotName`.");
    }
    if (!database.equals(databaseName)) {
      throw wrong(
          settings,
          "is one of the database `%s`, not of `%s`. Name another slot in `slotName`."
              .formatted(database, databaseName));
    }
    if (silent) {
      try (var statement = connection.createStatement()) {
        statement.execute("SELECT pg_terminate_backend(" + active + ")");
      }
    }
    if (active != 0) {
      throw settings
          .problems()
          .later(
              ErrorType.TRANSIENT,
              "the slot `%s` is in use by process %d. Reading begins when that one ends."
                  .formatted(settings.slot(), active));
    }
  }

  /// The slot is gone that the flow has a position for.
  static FlowException gone(CdcSettings settings) {
    return wrong(
        settings,
        "is gone, and with it what has changed since the flow's last position. Set"
            + " `checkpointReset: true` to begin anew with a snapshot.");
  }

  /// There is none, and none is to be made.
  static FlowException missing(CdcSettings settings) {
    return wrong(
        settings,
        "does not exist. Create it: `SELECT pg_create_logical_replication_slot('%s', 'pgoutput')`,"
                .formatted(settings.slot())
            + " or set `createSlotIfNotExists: true`.");
  }

  private static FlowException wrong(CdcSettings settings, String what) {
    return settings.problems().wrong("slotName", "the slot `" + settings.slot() + "` " + what);
  }

  private static String drop(CdcSettings settings) {
    return "SELECT pg_drop_replication_slot('" + settings.slot() + "')";
  }

  /// A slot that was just made.
  ///
  /// @param lsn where its changes begin
  /// @param snapshot what shows the rows as they were there, while the connection does nothing else
  record Fresh(long lsn, Optional<String> snapshot) {}

  /// Makes the slot.
  static Fresh create(Connection replication, CdcSettings settings, boolean exports)
      throws SQLException {
    var sql =
        "CREATE_REPLICATION_SLOT %s LOGICAL pgoutput %s"
            .formatted(
                TableName.quote(settings.slot()),
                exports ? "EXPORT_SNAPSHOT" : "NOEXPORT_SNAPSHOT");
    try (var statement = replication.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return new Fresh(
          LogSequenceNumber.valueOf(row.getString("consistent_point")).asLong(),
          Optional.ofNullable(row.getString("snapshot_name")));
    }
  }
}
