/// What a flow does to a message, step by step.
///
/// - `Subject`: a message that is explained, from a file or fresh from a source
/// - `Tracer` takes it through the flow's steps, by the code that a processor runs, and notes a
///   `Stop` with its `Effect` for each; a `Trail` is all that became of the message
/// - `Change`, `Changes`, `Origins`: what is different between two JSON documents
/// - `Answer`: what a condition says of a message, and what it looked at
/// - `Explanation` draws a trail, with `StopLines` and `ChangeRow` for its parts
/// - `Canvas` keeps the lines, each of them `Span`s, inside the window; `Tally` counts
/// - `HiddenValues`: what must not be seen, though it is in the flow
package io.dataflow.cli.explain;
