/// Values that a manifest takes from Kubernetes Secrets.
///
/// - `SecretRef`: which key of which Secret; `Secret`: its value, which never prints
/// - `Options`: settings of another system, some of them from Secrets
/// - `Secrets`: where they come from; `SecretsDirectory`: from files
package io.dataflow.api.model.secret;
