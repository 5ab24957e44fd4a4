package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.postgresql.cdc.SourceSetup.SourceTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// The publication that has the tables: made when it may be, else looked at.
record Publication(CdcSettings settings, List<SourceTable> tables) {
  private static final String FIND =
      "SELECT pubinsert AND pubupdate AND pubdelete, pubupdate OR pubdelete, pubviaroot"
          + " FROM pg_publication WHERE pubname = ?";
  private static final String TABLES =
      "SELECT schemaname, tablename FROM pg_publication_tables WHERE pubname = ?";

  /// @throws io.dataflow.runtime.connector.FlowException when it cannot be read from
  void check(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(FIND)) {
      statement.setString(1, settings.publication());
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          create(connection);
        } else {
          checkTables(connection);
          checkRoots(row.getBoolean(3));
          checkIdentities(row.getBoolean(2));
        }
      }
    }
  }

  private void create(Connection connection) throws SQLException {
    var sql =
        "CREATE PUBLICATION %s FOR TABLE %s WITH (publish = 'insert, update, delete',"
                .formatted(TableName.quote(settings.publication()), names(tables))
            + " publish_via_partition_root = true)";
    if (!settings.source().createPublicationIfNotExists()) {
      throw missing("does not exist. Create it: `" + sql + "`.");
    }
    checkIdentities(true);
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      switch (e.getSQLState()) {
        case "42501" ->
            throw missing(
                "does not exist, and the user of `connectionString` may not create it. Let the"
                    + " tables' owner do it: `"
                    + sql
                    + "`.");
        // Another start of the flow was faster.
        case "42710" -> checkTables(connection);
        default -> throw e;
      }
    }
  }

  private RuntimeException missing(String what) {
    return settings
        .problems()
        .wrong("publicationName", "the publication `" + settings.publication() + "` " + what);
  }

  private void checkTables(Connection connection) throws SQLException {
    var published = new HashSet<String>();
    try (var statement = connection.prepareStatement(TABLES)) {
      statement.setString(1, settings.publication());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          published.add(rows.getString(1) + "\n" + rows.getString(2));
        }
      }
    }
    var lacking =
        tables.stream()
            .filter(table -> !table.isPartitioned())
            .filter(table -> !published.contains(table.schema() + "\n" + table.table()))
            .toList();
    if (!lacking.isEmpty()) {
      throw missing(
          "does not have `%s`. Add it: `ALTER PUBLICATION %s ADD TABLE %s`."
              .formatted(
                  lacking.getFirst().name(),
                  TableName.readable(settings.publication()),
                  names(lacking)));
    }
  }

  /// Else changes come under the names of the partitions.
  private void checkRoots(boolean viaRoot) {
    var partitioned = tables.stream().filter(SourceTable::isPartitioned).findFirst();
    if (partitioned.isPresent() && !viaRoot) {
      throw missing(
          "sends the changes of `%s` under the names of its partitions. Set `ALTER PUBLICATION %s SET (publish_via_partition_root = true)`, or name the partitions in `tables`."
              .formatted(partitioned.get().name(), TableName.readable(settings.publication())));
    }
  }

  /// In a publication, a table without a key takes no updates and no deletes any more.
  private void checkIdentities(boolean changesRows) {
    var without = tables.stream().filter(table -> !table.hasIdentity()).findFirst();
    if (without.isPresent() && changesRows) {
      throw settings
          .problems()
          .wrong(
              "tables",
              "`%s` has no primary key and no replica identity, so the server refuses every update and delete of it as soon as it is in a publication. Give it one: `ALTER TABLE %s REPLICA IDENTITY FULL`."
                  .formatted(without.get().name(), without.get().name()));
    }
  }

  private static String names(List<SourceTable> tables) {
    return tables.stream().map(SourceTable::quoted).collect(Collectors.joining(", "));
  }
}
