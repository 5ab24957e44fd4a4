package io.dataflow.runtime.clickhouse.sink;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.clickhouse.ClickhouseClient;
import io.dataflow.runtime.clickhouse.ClickhouseName;
import io.dataflow.runtime.clickhouse.ServerException;
import io.dataflow.runtime.clickhouse.encode.ClickhouseType;
import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.TableName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Describes tables, and what the user may do with them.
record SystemTables(ClickhouseClient client) {
  private static final int SYNTAX_ERROR = 62;
  private static final Pattern ENGINE = Pattern.compile("^\\w+(\\((?:[^()]|\\([^()]*\\))*\\))?");

  /// The table; empty when it is not there, or the user may not see it.
  Optional<ClickhouseTable> describe(TableName name) throws ServerException, IOException {
    var rows =
        rows(
            "SELECT database, engine, engine_full, sorting_key, timezone() AS zone FROM"
                + " system.tables WHERE name = "
                + ClickhouseName.literal(name.table())
                + " AND database = "
                + database(name));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var table = rows.getFirst();
    var engine = ENGINE.matcher(text(table, "engine_full"));
    return Optional.of(
        new ClickhouseTable(
            name,
            engine.find() ? engine.group() : text(table, "engine"),
            sortingKey(text(table, "sorting_key")),
            columns(name, zone(text(table, "zone")))));
  }

  private static String database(TableName name) {
    return name.schema().map(ClickhouseName::literal).orElse("currentDatabase()");
  }

  private List<Column> columns(TableName name, ZoneId zone) throws ServerException, IOException {
    var columns = new ArrayList<Column>();
    var rows =
        rows(
            "SELECT name, type, default_kind FROM system.columns WHERE table = "
                + ClickhouseName.literal(name.table())
                + " AND database = "
                + database(name)
                + " ORDER BY position");
    for (var row : rows) {
      columns.add(
          column(
              text(row, "name"),
              columns.size(),
              text(row, "type"),
              text(row, "default_kind"),
              zone));
    }
    return columns;
  }

  private static Column column(
      String name, int position, String type, String defaultKind, ZoneId zone) {
    boolean computed = defaultKind.equals("MATERIALIZED") || defaultKind.equals("ALIAS");
    boolean hasDefault = defaultKind.equals("DEFAULT");
    return new Column(
        name,
        position,
        type,
        ClickhouseType.keyForm(type),
        ClickhouseType.encoder(type, zone, hasDefault),
        !type.contains("Nullable("),
        hasDefault,
        false,
        computed);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      // A zone that only the server knows. It counts for texts without one alone.
      return ZoneOffset.UTC;
    }
  }

  /// The server keeps the parentheses around a single column.
  private static List<String> sortingKey(String key) {
    var text = key.matches("\\([^()]*\\)") ? key.substring(1, key.length() - 1) : key;
    return Stream.of(text.split(",(?![^(]*\\))"))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(each -> each.matches("`[^`\\\\]*`") ? each.substring(1, each.length() - 1) : each)
        .toList();
  }

  /// Whether the user may do this to the table; what a server too old for the question does not
  /// answer, it is asked when it is done.
  boolean may(String right, TableName name) throws ServerException, IOException {
    try {
      return client
          .run("CHECK GRANT " + right + " ON " + ClickhouseName.quoted(name))
          .strip()
          .equals("1");
    } catch (ServerException e) {
      if (e.code() == SYNTAX_ERROR) {
        return true;
      }
      throw e;
    }
  }

  /// Whether there is such a database.
  boolean hasDatabase(TableName name) throws ServerException, IOException {
    return !rows("SELECT name FROM system.databases WHERE name = " + database(name)).isEmpty();
  }

  private List<JsonObject> rows(String query) throws ServerException, IOException {
    return client
        .run(query + " FORMAT JSONEachRow")
        .lines()
        .map(line -> (JsonObject) Json.parse(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static String text(JsonObject row, String column) {
    return row.get(column).map(Json::text).orElse("");
  }
}
