/// The contracts on a real PostgreSQL.
///
/// - [PostgresqlSinkContractTest], [PostgresqlSourceContractTest] with their fixtures.
/// - [PostgresqlSite]: the database; [TableTarget], [TableOrigin]: tables from their owner's side.
package io.dataflow.runtime.contract.postgresql;
