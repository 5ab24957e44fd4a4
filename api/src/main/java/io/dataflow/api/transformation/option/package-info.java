/// What the options of transformations hold, where that is more than a path or a text.
///
/// - `Rename` of `replaceField`, `Delimiter` of `structFlatten`, `TopLevelName` of `hoistField`,
///   `InsertedValue` of `insertField`
/// - `FlatFields`: the fields that `structFlatten` makes
package io.dataflow.api.transformation.option;
