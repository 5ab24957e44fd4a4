/// The model as a CustomResourceDefinition, so that the API server refuses what `validate`
/// refuses.
///
/// - `CustomResource`: the whole, with `Column`, `ResourceNames`, `ScalePaths`
/// - `RecordSchema`, `FieldSchema`, `ValueSchema`: the schemas, put together as a `Schema`;
///   `KubernetesSchema` and `AffinitySchema`: Kubernetes' own types; `Endless`: what would have
///   no end
/// - `ChoiceSchema`, `Union`, `Members`, `Member`: objects with `type` and `config`
/// - `Invariant`: a rule
/// - `ToldOnce`, `RuledOnce`: of objects that stand several times, words and rules stand once;
///   `Parts`: the schemas in a schema
/// - `YamlPrinter`: the file
package io.dataflow.api.model.crd;
