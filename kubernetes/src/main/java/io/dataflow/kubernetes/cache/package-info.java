/// What is watched, and what is kept of it.
///
/// - `OwnedResourceCaches`, `OwnedResourceCache`: what the resources of a kind own
/// - `CacheTransforms`, `ContentHash`: what is kept of an object
/// - `UpdateFilters`, `RolloutStatus`: which changes matter
/// - `SecretInformers`, `SecretName`: single Secrets, each by its name
package io.dataflow.kubernetes.cache;
