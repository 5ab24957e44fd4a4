/// From YAML to the records of the model; all that is wrong is said at once.
///
/// - `ModelReader`: the way in; `Outcome`: what came of it
/// - `RecordReader`, `ChoiceReader`, `SecretValue`: records, objects with `type` and `config`,
///   values from Secrets
/// - `OptionsReader`: settings of another system
/// - `KeyCheck`, `RecordHome`: unknown keys and where they belong
/// - `KubernetesCheck`, `Quantity`: Kubernetes' own types
/// - `Wording`, `Place`: the sentences about what is wrong
package io.dataflow.api.model.read;
