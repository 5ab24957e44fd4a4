package io.dataflow.runtime.clickhouse;

import io.dataflow.runtime.connector.table.TableName;

/// Names and texts as ClickHouse's SQL has them.
public final class ClickhouseName {
  private ClickhouseName() {}

  /// An identifier, in quotes.
  public static String quoted(String name) {
    return '`' + escaped(name, '`') + '`';
  }

  /// A table, in quotes, with its database where it is named.
  public static String quoted(TableName table) {
    return table.schema().map(name -> quoted(name) + ".").orElse("") + quoted(table.table());
  }

  /// A text.
  public static String literal(String text) {
    return '\'' + escaped(text, '\'') + '\'';
  }

  private static String escaped(String text, char quote) {
    return text.replace("\\", "\\\\").replace(String.valueOf(quote), "\\" + quote);
  }
}
