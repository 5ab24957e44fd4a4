/// Rows on their way into PostgreSQL by `COPY`.
///
/// - [Session]: the connection
/// - [Part]: what is written together; [PartWriter] chooses how
/// - [CopyAttempt]: some records in one transaction; [RowCopy]: one COPY of [Rows] in [Buffers];
///   [CopyLines]: which record a line is
/// - [SkippingAttempt]: the same, for as long as [SkippingHabit] says: in a [SkippingCopy] the
///   server skips what does not fit, each a [SkippedRow], and tells [SkipReasons];
///   [RejectLimitCopy] for a few, [PiecewiseCopy] for many
/// - [Target]: where COPY puts rows: [StraightTarget], into the table; [StagedTarget], through a
///   temporary table that [Staging] makes, for as long as [StagingHabit] says
package io.dataflow.runtime.postgresql.copy;
