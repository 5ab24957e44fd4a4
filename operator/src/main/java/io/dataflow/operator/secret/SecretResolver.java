package io.dataflow.operator.secret;

import io.dataflow.kubernetes.cache.SecretInformers;
import io.dataflow.kubernetes.cache.SecretName;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Resolves what flows reference in Secrets, and watches those.
///
/// @param <F> what identifies a flow
public final class SecretResolver<F> implements AutoCloseable {
  private final List<SecretGrant> grants;
  private final SecretInformers<F> informers;

  /// @param grants Secrets of other namespaces that flows may use
  /// @param changed is called for each flow that uses a Secret which came, changed or went
  public SecretResolver(KubernetesClient client, List<SecretGrant> grants, Consumer<F> changed) {
    this.grants = List.copyOf(grants);
    this.informers = new SecretInformers<>(client, changed);
  }

  /// The Secrets of a flow, for one reading of its spec. What it asks for is watched from then on.
  ///
  /// @param key of hashes of their values
  public ResolvedSecrets resolve(F flow, String namespace, HashKey key) {
    return new ResolvedSecrets(
        namespace, grants, key, (name, entry) -> informers.value(flow, name, entry));
  }

  /// The flow uses these Secrets and no others.
  public void retain(F flow, Set<SecretName> names) {
    informers.keep(flow, names);
  }

  @Override
  public void close() {
    informers.close();
  }
}
