/// What everything that speaks to PostgreSQL needs. The sink is in `sink`, with `table`, `copy` and
/// `encode`; the source is in `source`.
///
/// - [ConnectionString]: where the server is, in any of three spellings: [ConnectionUrl],
///   [ConnectionKeywords]; [ConnectionParameters], [ConnectionValues]: what can stand in it
/// - [PostgresqlProblem]: what is wrong, in words
/// - [ServerError]: what the server says of an error besides its SQLSTATE
package io.dataflow.runtime.postgresql;
