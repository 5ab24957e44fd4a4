/// What must hold between the fields of a record, said once: an annotation gives the check in Java,
/// the rule of the API server and the sentence of both.
///
/// - patterns: `Together`, `OneOf`, `Needs`, `NotWith`, `OnlyWith`; what fits none: `Rule`
/// - `Constraints` of a record, each a `Constraint` made of `Claim`s; `Sentences`: their words
/// - `Values`: a record that is asked; `Cel`: the API server's language
///
/// What a record finds out about itself: `Findings`.
package io.dataflow.api.model.rule;
