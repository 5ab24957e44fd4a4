/// What flows take from Secrets.
///
/// - `SecretResolver`, `ResolvedSecrets`, `SecretGrant`: which values a flow gets
/// - `SecretEntry`: a value; `SecretInliner`: puts values into a spec
/// - `HashKey`, `Digest`: hashes of them that nobody can guess from
package io.dataflow.operator.secret;
