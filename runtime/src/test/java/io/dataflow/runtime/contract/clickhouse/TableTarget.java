package io.dataflow.runtime.contract.clickhouse;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.contract.StoredRecord;
import io.dataflow.runtime.contract.sink.SinkTarget;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table that a sink writes.
///
/// @param name as messages and manifests have it
/// @param quoted for statements
/// @param connection as in the manifest
/// @param order of its rows: that in which they were written, or the newest of each key
record TableTarget(String name, String quoted, String connection, String order)
    implements SinkTarget {
  /// A table whose parts keep the order of what was written.
  static final String AS_WRITTEN = "ORDER BY toUInt64(splitByChar('_', _part)[2]), _part_offset";

  /// A table that keeps one row of each key.
  static final String NEWEST = "FINAL ORDER BY 1";

  @Override
  public String config() {
    return "connectionString: '%s', table: %s".formatted(connection, name);
  }

  @Override
  public List<StoredRecord> records() {
    var json = documents();
    return ClickhouseSite.rows(quoted, "*", order).stream()
        .map(row -> new StoredRecord(unwrapped(row, json)))
        .toList();
  }

  private List<String> documents() {
    return ClickhouseSite.server()
        .run("DESCRIBE TABLE " + quoted + " FORMAT JSONEachRow")
        .lines()
        .map(line -> (JsonObject) Json.parse(line.getBytes(StandardCharsets.UTF_8)))
        .filter(column -> column.get("comment").orElseThrow().text().equals(ClickhouseSite.JSON))
        .map(column -> column.get("name").orElseThrow().text())
        .toList();
  }

  private static byte[] unwrapped(String row, List<String> documents) {
    var object = (JsonObject) Json.parse(row.getBytes(StandardCharsets.UTF_8));
    for (var column : documents) {
      var text = object.get(column).filter(value -> !value.toString().equals("null"));
      text.map(Json::text)
          .map(value -> Json.parse(value.getBytes(StandardCharsets.UTF_8)))
          .ifPresent(value -> object.put(column, value));
    }
    return object.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<Integer> ids() {
    return ClickhouseSite.server()
        .run("SELECT id FROM %s %s".formatted(quoted, order))
        .lines()
        .map(Integer::valueOf)
        .toList();
  }
}
