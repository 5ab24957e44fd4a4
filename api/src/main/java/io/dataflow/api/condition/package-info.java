/// The language of `condition` and `when`: a predicate on a message.
///
/// - `Condition`: a predicate, read once and asked often; `ConditionException`: what cannot be
///   read
/// - `ConditionParser` with `ConditionLexer`, `Token`, `Operands`: from text to `Expression`
///   and `Operand`
/// - `Truth`, `MetadataJson`: what counts as true, and metadata as JSON
package io.dataflow.api.condition;
