/// The steps between source and sink: a record each, whose components are its configuration.
///
/// - `Transformation`: the choice there is, and what each does with a message; `Emitter`: where
///   messages go
/// - `CamelCase`, `SnakeCase`
/// - `Cast`, `Timezone`
/// - `DebeziumUnwrap`, `HeadersToPayload`
/// - `Filter`, `Mask` with `MaskText`, `Remove`, `Router` with `Route`, `Select`, `Timestamp`
/// - `RecordException`: a record that cannot be worked on
package io.dataflow.api.transformation;
