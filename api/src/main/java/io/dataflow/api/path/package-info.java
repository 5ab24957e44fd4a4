/// The language of `fields` and of the fields in conditions: where something is in a message.
///
/// - `Path`: where to read; `FieldPath`: where to write; `SingularPath`: one place to read and
///   write; `PathException`: what cannot be read
/// - `Projection`: what is left of a value when some paths are kept
/// - `PathParser` with `Quotes`, `ElementQuery`, `Glob`, `Operator`: from text to `Segment`s
/// - `FieldName`, `Slot`: a name that is looked up often, a place that can be written
package io.dataflow.api.path;
