/// What a value that the server writes as text is in JSON: the same as `row_to_json` makes of it.
///
/// - [ValueForm] is the form of a type; [ValueForms] finds it by the type's number
/// - [ArrayForm], [CompositeForm]: of values that hold others
/// - [ValueText]: pieces of text as JSON
package io.dataflow.runtime.postgresql.cdc.value;
