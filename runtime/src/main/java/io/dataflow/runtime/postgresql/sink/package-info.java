/// `type: postgresql` as a sink.
///
/// - [PostgresqlSinkFactory]: what the flow sees
/// - [PostgresqlStore]: writes parts of batches, and tries again what a new try can mend
/// - [EmptyObjects]: what there is no table for
/// - [SinkTable]: the table, found or created; [TableCheck], [UpsertCheck]: whether it can be
///   written
/// - [PostgresqlDialect]: types and names of a table that is created
package io.dataflow.runtime.postgresql.sink;
