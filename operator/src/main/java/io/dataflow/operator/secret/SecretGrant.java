package io.dataflow.operator.secret;

import io.dataflow.kubernetes.cache.SecretName;
import java.util.Set;

/// Which Secrets of another namespace flows may use.
///
/// @param namespace where they are
/// @param names which of them; empty for all
/// @param from namespaces of the flows that may; empty for all
public record SecretGrant(String namespace, Set<String> names, Set<String> from) {
  /// Keeps the sets as they are now.
  public SecretGrant {
    names = Set.copyOf(names);
    from = Set.copyOf(from);
  }

  /// Whether flows of a namespace may use a Secret because of it.
  boolean covers(SecretName secret, String user) {
    return secret.namespace().equals(namespace)
        && (names.isEmpty() || names.contains(secret.name()))
        && (from.isEmpty() || from.contains(user));
  }
}
