/// The model for people and their editors, made from the same annotations as everything else.
///
/// - `ReferencePages`: pages in Markdown, with `FieldTable`, `TypeWords`, `ExampleYaml`
/// - `JsonSchema`: a JSON schema, with `FieldJsonSchema`, `JsonPrinter`
package io.dataflow.api.model.reference;
