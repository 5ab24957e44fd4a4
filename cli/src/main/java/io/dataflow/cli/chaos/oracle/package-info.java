/// What must be in the sinks when a flow has been killed again and again, and what is there.
///
/// - [NumberedRecords]: the records that are fed, each with its number; some are poison.
/// - [Routing], [Ledger]: to which sink each of them belongs.
/// - [SinkTally]: what one sink holds, counted; [ChaosReport]: all of them, and the verdict.
/// - [Promise]: what a flow promises.
package io.dataflow.cli.chaos.oracle;
