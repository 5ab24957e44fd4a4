/// The steps between source and sink: a record each, whose components are its configuration.
///
/// - `Transformation`: the choice there is, and what each does with a message
/// - Which messages go on, and where to: `Filter`, `Flatten`, `Router` with `Route`
/// - Fields: `ExtractField`, `HoistField`, `InsertField`, `Remove`, `ReplaceField`, `Select`,
///   `StructFlatten`; their names: `CamelCase`, `SnakeCase`
/// - Values: `Cast`, `Mask`, `Timestamp`, `Timezone`
/// - Envelopes and headers: `DebeziumUnwrap`, `HeadersToPayload`
/// - `EndpointStep`: what Camel does with a message
/// - `RecordException`: a record that cannot be worked on
package io.dataflow.api.transformation;
