/// What a flow does to a message, step by step.
///
/// - `Tracer` takes a message through the flow's steps, by the code that a processor runs, and notes
///   each [io.dataflow.cli.explain.Effect]; a `Trail` is all that became of it
/// - `Change` and `Changes`: what is different between two JSON documents; `Answer`: what a condition
///   says of a message, and why
/// - `Explanation` draws a trail, `Canvas` keeps it inside the window
/// - `HiddenValues`: what must not be seen, though it is in the flow
package io.dataflow.cli.explain;
