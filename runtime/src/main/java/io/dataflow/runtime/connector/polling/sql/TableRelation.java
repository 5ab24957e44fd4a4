package io.dataflow.runtime.connector.polling.sql;

import java.util.stream.Collectors;

/// A table or view, by the name in the manifest. Names are taken as they are written, upper and
/// lower case too.
///
/// @param text the name in the manifest
public record TableRelation(String text, SourceDialect dialect) implements Relation {

  @Override
  public String from() {
    return dialect.parts(text).stream().map(dialect::quote).collect(Collectors.joining("."));
  }

  @Override
  public String key() {
    return "table";
  }

  @Override
  public String name() {
    return "the table `" + text + "`";
  }

  /// The table's name without its schema.
  public String last() {
    return dialect.parts(text).getLast();
  }
}
