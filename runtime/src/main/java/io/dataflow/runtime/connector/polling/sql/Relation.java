package io.dataflow.runtime.connector.polling.sql;

/// What is read: a table, or the rows of a query.
public sealed interface Relation permits TableRelation, QueryRelation {
  /// Of a source's two ways to say it, the query counts when both are there.
  static Relation of(PollingSettings settings, SourceDialect dialect) {
    return settings
        .query()
        .<Relation>map(sql -> new QueryRelation(sql, dialect))
        .orElseGet(() -> new TableRelation(settings.table().orElseThrow(), dialect));
  }

  /// It as it stands behind `FROM`, for a JDBC statement.
  String from();

  /// The manifest's key that it came from.
  String key();

  /// It in an error message.
  String name();
}
