package io.dataflow.runtime.contract.postgresql;

import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.source.SourceOrigin;
import java.util.List;

/// A table that a source reads, with `updated_at` beside the fields of the case.
///
/// @param connection as in the manifest
record TableOrigin(String name, String connection) implements SourceOrigin {
  private static final String NOW = "clock_timestamp()";

  @Override
  public String config() {
    return "connectionString: '%s', table: %s, pollInterval: 0".formatted(connection, name);
  }

  /// Each of these has a later time than the one before.
  @Override
  public void add(List<String> bodies) {
    var sql =
        """
        INSERT INTO %1$s SELECT given.* FROM
          jsonb_populate_record(NULL::%1$s, jsonb_build_object('updated_at', clock_timestamp())) now,
          json_populate_record(now, ?::json) given
        """;
    for (var body : bodies) {
      PostgresqlSite.run(sql.formatted(name), body);
    }
  }

  @Override
  public void addNumbered(int from, int to) {
    insert(NOW, from, to);
  }

  @Override
  public void addTied(int from, int to) {
    insert("'2026-01-31T12:00:00Z'", from, to);
  }

  private void insert(String time, int from, int to) {
    PostgresqlSite.run(
        "INSERT INTO %s (id, note, updated_at) SELECT n, 'n' || n, %s FROM generate_series(%d, %d) n"
            .formatted(name, time, from, to));
  }

  @Override
  public void addBytes(List<byte[]> values) {
    throw new UnsupportedOperationException("see without()");
  }

  @Override
  public void addField(Field field) {
    PostgresqlSite.addColumn(name, field);
  }
}
