/// Sources that poll a database with SQL. All that differs from one database to the next is its
/// [SourceDialect]; a source is a [PollingSource] with one.
///
/// - What is read: a [TableRelation] or a [QueryRelation], both a [Relation], described before the
///   first poll by [SourceCheck], whose complaints are [SourceProblems].
/// - How: [PolledRelation] keeps the [Select] that it found, with a [TupleComparison] for what is
///   behind the position and a [Horizon] for what is too young; [CursorStatement] gives it to
///   camel-sql, [RowReader] takes the rows, [Polls] leads each poll, [KeptConnection] keeps the
///   session.
/// - What goes wrong: a [PollFailure].
package io.dataflow.runtime.connector.polling.sql;
