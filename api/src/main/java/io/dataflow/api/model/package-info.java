/// What a record of Java says of itself as a part of a manifest: annotations, and the bounds
/// they refer to.
///
/// - words: `Doc`, `Name`, `Default`, `Later`, `NoEffect`
/// - what a value may be: `AtMost`, `Bounds`, `DnsName`, `Matching`, `NotEmpty`, `Only`,
///   `Range`
/// - where it stands: `Brief`, `FromSecret`, `Ignored`, `Inline`, `KeyedBy`, `Kubernetes`
///
/// The packages below work on them: `type` and `rule` read them, `yaml` and `read` make records
/// of a manifest, `secret` fills in what it does not hold, `problem` says what is wrong, `crd`
/// and `reference` tell others.
package io.dataflow.api.model;
