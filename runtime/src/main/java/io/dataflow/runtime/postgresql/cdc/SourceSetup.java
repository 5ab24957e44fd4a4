package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.postgresql.cdc.change.RelationCatalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Looks whether the server and its tables can be followed at all.
///
/// @param database its name
record SourceSetup(String database, List<SourceTable> tables) {
  private static final String SERVER =
      "SELECT current_setting('wal_level'), current_database(), pg_is_in_recovery(),"
          + " current_setting('server_version_num')::int";
  private static final String TABLE =
      """
      SELECT n.nspname, c.relname, c.relkind IN ('r', 'p'), c.relkind = 'p',
        c.relreplident IN ('f', 'i') OR c.relreplident = 'd' AND EXISTS (
          SELECT FROM pg_index AS i WHERE i.indrelid = c.oid AND i.indisprimary),
        has_table_privilege(c.oid, 'SELECT'), current_user
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.oid = to_regclass(?)\
      """;
  private static final int OLDEST_VERSION = 13;

  /// A table as it is.
  ///
  /// @param isPartitioned whether its rows are in partitions
  /// @param hasIdentity whether a row can be found again by what the server tells of it
  record SourceTable(String schema, String table, boolean isPartitioned, boolean hasIdentity) {
    /// For people, and as changes have it: `public.orders`.
    String name() {
      return RelationCatalog.name(schema, table);
    }

    /// For SQL.
    String quoted() {
      return TableName.quote(schema) + "." + TableName.quote(table);
    }
  }

  /// @throws io.dataflow.runtime.connector.FlowException when something is not as it must be
  static SourceSetup check(Connection connection, CdcSettings settings) throws SQLException {
    var database = server(connection, settings);
    var tables = new ArrayList<SourceTable>();
    for (var name : settings.tables()) {
      tables.add(table(connection, settings, name));
    }
    var setup = new SourceSetup(database, List.copyOf(tables));
    new Publication(settings, setup.tables()).check(connection);
    return setup;
  }

  private static String server(Connection connection, CdcSettings settings) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(SERVER)) {
      row.next();
      if (row.getInt(4) / 10_000 < OLDEST_VERSION) {
        throw settings
            .problems()
            .wrong(
                "connectionString",
                "PostgreSQL %d. Name a server of version %d or newer."
                    .formatted(row.getInt(4) / 10_000, OLDEST_VERSION));
      }
      if (!row.getString(1).equals("logical")) {
        throw settings
            .problems()
            .wrong(
                "connectionString",
                "the server %s has `wal_level = %s`, so no changes can be read of it. Set `wal_level = logical` there and start it again."
                    .formatted(settings.database(), row.getString(1)));
      }
      return row.getString(2);
    }
  }

  private static SourceTable table(Connection connection, CdcSettings settings, TableName name)
      throws SQLException {
    try (var statement = connection.prepareStatement(TABLE)) {
      statement.setString(1, name.quoted());
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          throw settings
              .problems()
              .wrong(
                  "tables",
                  "the table `%s` does not exist. Create it, or correct `tables`.".formatted(name));
        }
        if (!row.getBoolean(3)) {
          throw settings
              .problems()
              .wrong(
                  "tables",
                  "`%s` is no table that has changes of its own. Name a table.".formatted(name));
        }
        if (!row.getBoolean(6)) {
          throw settings
              .problems()
              .wrong(
                  "tables",
                  "the user `%1$s` may not read `%2$s`. Let its owner run `GRANT SELECT ON %2$s TO %1$s`."
                      .formatted(TableName.readable(row.getString(7)), name));
        }
        return new SourceTable(
            row.getString(1), row.getString(2), row.getBoolean(4), row.getBoolean(5));
      }
    }
  }
}
