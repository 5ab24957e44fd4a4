/// Rows on their way into PostgreSQL by `COPY`.
///
/// - [Session]: the connection
/// - [CopyAttempt]: some records in one transaction; [RowCopy]: one COPY, in [Buffers];
///   [CopyLines]: which record a line is
/// - [Target]: where COPY puts rows: [StraightTarget], into the table; [StagedTarget], through a
///   temporary table that [Staging] makes, for as long as [StagingHabit] says
package io.dataflow.runtime.postgresql.copy;
