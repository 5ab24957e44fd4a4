/// Rows on their way into PostgreSQL by `COPY`.
///
/// - [Session]: the connection
/// - [CopyAttempt]: some records in one transaction; [RowCopy]: one COPY of [Rows] in [Buffers];
///   [CopyLines]: which record a line is
/// - [TolerantAttempt]: the same while [Tolerance] lasts: in a [TolerantCopy] the server leaves out
///   what no column takes, each a [SkippedRow], and tells [SkipReasons]; [LimitedCopy] for a few,
///   [PiecewiseCopy] for many
/// - [Target]: where COPY puts rows: [StraightTarget], into the table; [StagedTarget], through a
///   temporary table that [Staging] makes, for as long as [StagingHabit] says
package io.dataflow.runtime.postgresql.copy;
