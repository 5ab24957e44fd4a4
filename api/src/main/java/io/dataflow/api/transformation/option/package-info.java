/// What the options of steps are made of, where that does more than hold a value.
///
/// - of `replaceField`: `Rename`; of `structFlatten`: `Delimiter`, with `FlatFields`, the fields
///   that it makes; of `hoistField`: `TopLevelName`; of `insertField`: `InsertedValue`
/// - of `cast`: `CastType`, with `NumberText`
/// - of `timezone`: `MomentText`, what can be read; `MomentFormat`, what is written
/// - of `debeziumUnwrap`: `RowOperation`, `SnapshotOperation`
/// - of `headersToPayload`: `HeaderMapping`
/// - of `mask`: `MaskText`
/// - `MisfitException`: a value that an option cannot work on
package io.dataflow.api.transformation.option;
