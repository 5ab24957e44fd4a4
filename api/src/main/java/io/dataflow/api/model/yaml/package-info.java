/// YAML as it stands in a manifest, before anything is known of its meaning.
///
/// - `YamlDocument`: a document with what is wrong with it
/// - `Yaml`: a value: `YamlObject`, `YamlList` or `YamlScalar` of a `YamlKind`
/// - `YamlReader` with `JsonCharacters`, `YamlSyntax`, `YamlSyntaxException`: from text to
///   values
package io.dataflow.api.model.yaml;
