/// What must hold between the fields of a record.
///
/// - `Rule` (several: `Rules`): the rule in the words of the API server
/// - `Checked`: the rule in Java
package io.dataflow.api.model.rule;
