package io.dataflow.runtime.contract.postgresql;

import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.source.SourceOrigin;
import java.util.List;

/// A table whose changes a source follows from its creation on.
///
/// @param slot the slot and the publication
/// @param connection as in the manifest
record ChangesOrigin(String table, String slot, String connection) implements SourceOrigin {
  /// An origin whose slot and publication its owner has made.
  static ChangesOrigin fresh(String table, String slot, String connection) {
    PostgresqlSite.run("CREATE PUBLICATION " + slot + " FOR TABLE " + table);
    PostgresqlSite.run("SELECT pg_create_logical_replication_slot('" + slot + "', 'pgoutput')");
    return new ChangesOrigin(table, slot, connection);
  }

  @Override
  public String name() {
    return "public." + table;
  }

  @Override
  public String config() {
    return """
    connectionString: '%s', slotName: %s, publicationName: %2$s, tables: [%s], snapshotMode: never\
    """
        .formatted(connection, slot, name());
  }

  @Override
  public void add(List<String> bodies) {
    for (var body : bodies) {
      PostgresqlSite.run(
          "INSERT INTO %1$s SELECT * FROM json_populate_record(NULL::%1$s, ?::json)"
              .formatted(table),
          body);
    }
  }

  @Override
  public void addNumbered(int from, int to) {
    PostgresqlSite.run(
        "INSERT INTO %s (id, note) SELECT n, 'n' || n FROM generate_series(%d, %d) n"
            .formatted(table, from, to));
  }

  /// All of them are of one transaction.
  @Override
  public void addTied(int from, int to) {
    addNumbered(from, to);
  }

  @Override
  public void addBytes(List<byte[]> values) {
    throw new UnsupportedOperationException("see without()");
  }

  @Override
  public void addField(Field field) {
    PostgresqlSite.addColumn(table, field);
  }
}
