/// What is wrong with a manifest, in words.
///
/// - `Problem` and its `Severity`: where, what, and what to do; `YamlPath`: where
/// - `RefusedException`: characters that mean nothing; `Words`: lists of names, and slips of
///   the pen
package io.dataflow.api.model.problem;
