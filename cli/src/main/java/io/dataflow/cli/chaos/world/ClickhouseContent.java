package io.dataflow.cli.chaos.world;

import io.dataflow.cli.terminal.CommandException;
import io.dataflow.runtime.clickhouse.ClickhouseName;
import io.dataflow.testbed.clickhouse.ClickHouseServer;
import io.dataflow.testbed.server.ServerException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a ClickHouse table holds: its rows in the order in which they came. Parts of the table are
/// merged as the server likes, so each row has a number of its arrival that the server gives it.
///
/// Of a table that keeps the newest row of each key that row alone is there, at the place where it
/// came last: a stretch that came twice stands once, in its order.
///
/// @param table in quotes, with its database
/// @param number the SQL that reads a row's number
/// @param newest whether only the newest row of each key counts
record ClickhouseContent(ClickHouseServer server, String table, String number, boolean newest)
    implements SinkContent {
  private static final String ARRIVAL = "chaos_arrival";

  /// Made as the flow's own sink would make it, so that an INSERT that comes again with the same
  /// token is recognised.
  private static final String CREATE =
      "CREATE TABLE IF NOT EXISTS %s (%s, "
          + ARRIVAL
          + " UInt64 MATERIALIZED generateSnowflakeID()) ENGINE = %s"
          + " SETTINGS non_replicated_deduplication_window = 1000";

  /// Makes a table for records.
  ///
  /// @param key the sorting key of a table that keeps the newest row of each; else empty
  /// @param version the column whose largest value is the newest
  static ClickhouseContent ofRecords(
      ClickHouseServer server,
      String table,
      Columns columns,
      String numberField,
      List<String> key,
      Optional<String> version) {
    version.ifPresent(columns::version);
    var filled = Stream.concat(key.stream(), version.stream()).toList();
    var number = "ifNull(" + ClickhouseName.quoted(numberField) + ", -1)";
    var content = new ClickhouseContent(server, table, number, !key.isEmpty());
    content.create(columns.clickhouse(filled), engine(key, version));
    return content;
  }

  private static String engine(List<String> key, Optional<String> version) {
    return key.isEmpty()
        ? "MergeTree ORDER BY tuple()"
        : "ReplacingMergeTree(%s) ORDER BY (%s)"
            .formatted(
                version.map(ClickhouseName::quoted).orElse(""),
                key.stream().map(ClickhouseName::quoted).collect(Collectors.joining(", ")));
  }

  /// Makes a table for dead letters.
  static ClickhouseContent ofErrors(ClickHouseServer server, String table, String numberField) {
    var field = "(original_message, " + ClickhouseName.literal(numberField) + ")";
    var number = "if(JSONHas" + field + ", JSONExtractInt" + field + ", -1)";
    var content = new ClickhouseContent(server, table, number, false);
    content.create("error String, original_message String", engine(List.of(), Optional.empty()));
    return content;
  }

  private void create(String columns, String engine) {
    ask(CREATE.formatted(table, columns, engine));
  }

  @Override
  public long count() {
    return Long.parseLong(ask("SELECT count() FROM " + from()).strip());
  }

  @Override
  public long[] numbers() {
    return ask("SELECT " + number + " FROM " + from() + " ORDER BY " + ARRIVAL)
        .lines()
        .mapToLong(Long::parseLong)
        .toArray();
  }

  private String from() {
    return newest ? table + " FINAL" : table;
  }

  private String ask(String sql) {
    try {
      return server.run(sql);
    } catch (ServerException e) {
      throw new CommandException("chaos: the table " + table + ": " + e.getMessage(), e);
    }
  }
}
