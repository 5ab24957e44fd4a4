/// Takes a batch through the steps of a flow.
///
/// - `StepRunner`: one step with a whole batch
/// - `StepWorkers`: the same with several threads, in `SharedWork`
/// - `Chain`: all steps one after the other, without a source or a sink
/// - `Rejections`: gets the records that a step could not work on
package io.dataflow.api.chain;
