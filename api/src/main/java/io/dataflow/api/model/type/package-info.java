/// The types that fields can have, read once from records, sealed interfaces and enums.
///
/// - `ValueType`: any of them; `RecordModel` with its `Field`s, `ChoiceModel`, `ListType`,
///   `MapType`, `OpaqueType`, `OptionsType`
/// - `ScalarType`: what stands in one scalar: `TextType`, `SecretType`, `FlagType`,
///   `WholeType`, `WordType`, `DurationType`, `MomentType`, `ZoneType`, `ParsedType`
/// - `LaterTypes`: types that this version lacks
/// - `FieldWords`: what is said of a field that is not there
/// - `GoDuration`: lengths of time; `KubernetesType`: Kubernetes' own types
package io.dataflow.api.model.type;
