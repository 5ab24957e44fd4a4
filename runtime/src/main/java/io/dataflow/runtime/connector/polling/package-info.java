/// Reading by asking again and again, whatever is asked: what a source that polls shares with the
/// others of its kind.
///
/// - Where a row is: a [Cursor] of one or two [CursorColumn]s gives each [Row] a [Position];
///   [Progress] keeps what was sent apart from what was acknowledged, and a batch's [CursorMark]
///   moves it.
/// - What sinks store of it with their rows: a [StoredForm]; [TiedRowsException] where the cursor
///   cannot keep what they promise.
/// - What travels: [Chunks] makes batches of a poll's rows, bounded by a [ChunkLimit], as a
///   [Reading] describes it; [RowMetadata] with its [Operation] goes with each row.
/// - When: [Pace] runs the polls, [HandoverWatch] ends one that waits for its flow for long.
package io.dataflow.runtime.connector.polling;
