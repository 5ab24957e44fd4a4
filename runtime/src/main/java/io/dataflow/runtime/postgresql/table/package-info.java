/// A table as PostgreSQL's catalog describes it to a sink.
///
/// - [TableCatalog]: reads the description
/// - [PostgresqlTable]: the table; [RelationKind], [Traits]: how it takes rows; [UniqueKey]: what
///   tells its rows apart; [Rights]: what the user may do
package io.dataflow.runtime.postgresql.table;
