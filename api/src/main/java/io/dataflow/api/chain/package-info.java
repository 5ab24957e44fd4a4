/// Takes a batch through the steps of a flow.
///
/// - `StepRunner`: one step with a whole batch
/// - `StepWork`: what a step does with one message
/// - `StepWorkers`: the same with several threads, in `SharedWork`
/// - `Expansion`: what a step that multiplies messages has made of them, none of it made yet, taken
///   one after the other by an `ExpansionCursor`
/// - `Slicing`: the steps behind it where that is too much to exist at once; a `SlicePass` is one
///   way through it, in `Slice`s, which a `SliceWatch` sees
/// - `SlicedMessages`: those of them that go one way, for a sink that may have to begin again
/// - `Chain`: all steps one after the other, without a source or a sink
/// - `Rejections`: gets the records that a step could not work on, each a `Rejection`
package io.dataflow.api.chain;
