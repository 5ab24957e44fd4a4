package io.dataflow.runtime.contract.postgresql;

import io.dataflow.runtime.contract.StoredRecord;
import io.dataflow.runtime.contract.sink.SinkTarget;
import java.util.List;

/// A table that a sink writes.
///
/// @param connection as in the manifest
record TableTarget(String name, String connection) implements SinkTarget {

  @Override
  public String config() {
    return "connectionString: '%s', table: %s".formatted(connection, name);
  }

  /// New rows lie behind those that are there, because nothing is ever deleted.
  @Override
  public List<StoredRecord> records() {
    var sql = "SELECT row_to_json(whole_row)::text FROM " + name + " whole_row ORDER BY ctid";
    return PostgresqlSite.column(sql).stream().map(StoredRecord::of).toList();
  }

  @Override
  public List<Integer> ids() {
    return PostgresqlSite.column("SELECT id FROM " + name + " ORDER BY ctid").stream()
        .map(Integer::valueOf)
        .toList();
  }
}
