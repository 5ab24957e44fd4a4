package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.runtime.TestTable;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.source.SourceOrigin;
import io.dataflow.testbed.Servers;
import java.util.List;
import java.util.Locale;

/// A table that is followed, with a slot and a publication that the source makes.
///
/// @param login the user that reads it, and the password
/// @param more keys of the `config`, each with a comma before it
record FollowedTable(TestTable table, String slot, String login, String more)
    implements SourceOrigin {
  /// A new table of these columns.
  static FollowedTable fresh(String columns, String more) {
    var slot = Servers.freshName("cdc").toLowerCase(Locale.ROOT);
    return new FollowedTable(TestTable.fresh(columns), slot, "postgres", more);
  }

  /// The same with other keys.
  FollowedTable with(String other) {
    return new FollowedTable(table, slot, login, other);
  }

  /// The same, read as another user.
  FollowedTable as(String user, String password) {
    return new FollowedTable(table, slot, user + ":" + password, more);
  }

  @Override
  public String name() {
    return "public." + table.name();
  }

  @Override
  public String config() {
    var address = Servers.postgresql().connectionString("postgres");
    var connection = address.replace("postgres@", login + "@");
    return "connectionString: '%s', slotName: %s, publicationName: %2$s, tables: [%s]%s"
        .formatted(connection, slot, name(), more);
  }

  /// Runs a statement, in which `%s` stands for the table.
  void run(String sql) {
    table.run(sql);
  }

  /// Something of the slot.
  String slot(String column) {
    return TestTable.value(
            "SELECT " + column + " FROM pg_replication_slots WHERE slot_name = '" + slot + "'")
        .orElseThrow();
  }

  @Override
  public void add(List<String> bodies) {
    throw new UnsupportedOperationException("see run()");
  }

  @Override
  public void addNumbered(int from, int to) {
    run("INSERT INTO %s SELECT n, 'n' || n FROM generate_series(" + from + ", " + to + ") n");
  }

  @Override
  public void addTied(int from, int to) {
    addNumbered(from, to);
  }

  @Override
  public void addBytes(List<byte[]> values) {
    throw new UnsupportedOperationException("see run()");
  }

  @Override
  public void addField(Field field) {
    throw new UnsupportedOperationException("see run()");
  }
}
