/// The steps between source and sink: a record each, whose components are its configuration.
///
/// - `Transformation`: the choice there is, and what each does with a message; `Emitter`: where
///   messages go
/// - `ExtractField`, `Filter`, `Flatten`, `HoistField`, `InsertField`, `Mask` with `MaskText`,
///   `Remove`, `ReplaceField`, `Router` with `Route`, `Select`, `StructFlatten`, `Timestamp`
/// - `RecordException`: a record that cannot be worked on
package io.dataflow.api.transformation;
