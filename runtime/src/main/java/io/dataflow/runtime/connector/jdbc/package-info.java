/// What every connector needs that speaks to a database by JDBC.
///
/// - [SqlState]: the one table of SQLSTATEs; [SqlFault]: whose fault an error is
package io.dataflow.runtime.connector.jdbc;
