/// JSON that stays the bytes it came as: nothing is decoded before somebody asks, and numbers
/// keep every digit.
///
/// - `Json`: a value: `JsonObject` or `JsonArray`, both a `JsonContainer`; or `JsonScalar` of a
///   `ScalarKind`
/// - `Shape`: the names of an object's fields, shared by all objects that have the same ones, in a
///   `ShapeTree` of bounded size
/// - `JsonParser` with `JsonScanner`, `Nesting`: finds where the members lie; `JsonException`:
///   not JSON
/// - `Bytes`, `JsonText`, `TextForm`, `Decimals`: writing, quoting, the text form of a value,
///   comparing numbers
/// - `ObjectBuilder`: makes an object field by field
/// - `SharedNames`: which names two shapes share; `Renaming` with `NameEdits`: other names for
///   fields
/// - `JsonDifference`: where two documents differ
package io.dataflow.api.json;
