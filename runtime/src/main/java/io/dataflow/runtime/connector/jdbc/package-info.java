/// What every connector needs that speaks to a database by JDBC.
///
/// - [SqlState]: the one table of SQLSTATEs; [SqlFault]: whose fault an error is
/// - [Dialect]: what databases say each in their own way
/// - [Redaction]: no value of a record in what the server says; [Scalars] are those values
/// - [KeptSession]: a [JdbcSession] that is opened when it is needed and again when it was lost
package io.dataflow.runtime.connector.jdbc;
