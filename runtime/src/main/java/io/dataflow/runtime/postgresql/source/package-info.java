/// PostgreSQL as a source: only what is PostgreSQL's own of it. The rest is in
/// `connector/polling/sql`.
///
/// [PostgresqlSourceFactory] gives a polling source its [PostgresqlSourceDialect], with
/// [PostgresqlQuery] (a user's SQL), [PostgresqlCatalog] (what a relation is), [UniqueIndexes]
/// (what keeps its rows apart), [OldestTransaction] (which rows may still come) and
/// [PostgresqlReadFailure] (whose fault an error is).
package io.dataflow.runtime.postgresql.source;
