package io.dataflow.runtime.postgresql.source;

import io.dataflow.api.connector.PostgresqlSource;

/// What is read: a table, or the rows of a query.
sealed interface Relation permits Table, Query {
  /// Of a source's two ways to say it, the query counts when both are there.
  static Relation of(PostgresqlSource source) {
    if (source.query().isPresent()) {
      return new Query(source.query().get());
    }
    return new Table(source.table().orElseThrow());
  }

  /// It as it stands behind `FROM`, for a JDBC statement.
  String from();

  /// The manifest's key that it came from.
  String key();

  /// It in an error message.
  String name();
}
