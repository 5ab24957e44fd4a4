package io.dataflow.operator.secret;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Watches the Secrets that flows reference, each by its name and no others. A Secret that several
/// flows use is watched once; one that none uses any more is not.
///
/// @param <F> what identifies a flow
public final class SecretWatches<F> implements AutoCloseable {
  private final KubernetesClient client;
  private final List<SecretGrant> grants;
  private final Consumer<F> changed;
  private final Map<SecretName, Watch<F>> watches = new HashMap<>();

  private record Watch<F>(SharedIndexInformer<Secret> informer, Set<F> flows) {}

  /// @param grants Secrets of other namespaces that flows may use
  /// @param changed is called for each flow that uses a Secret which came, changed or went
  public SecretWatches(KubernetesClient client, List<SecretGrant> grants, Consumer<F> changed) {
    this.client = client;
    this.grants = List.copyOf(grants);
    this.changed = changed;
  }

  /// The Secrets of a flow, for one reading of its spec. What it asks for is watched from then on.
  ///
  /// @param key of hashes of their values
  public FlowSecrets of(F flow, String namespace, HashKey key) {
    return new FlowSecrets(namespace, grants, key, (name, entry) -> value(flow, name, entry));
  }

  /// The value of a Secret's key now. From here on the Secret is watched for the flow.
  private Optional<String> value(F flow, SecretName name, String key) {
    return secret(flow, name)
        .map(Secret::getData)
        .map(data -> data.get(key))
        .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
  }

  private Optional<Secret> secret(F flow, SecretName name) {
    return Optional.ofNullable(watch(flow, name).getStore().getByKey(name.toString()));
  }

  private SharedIndexInformer<Secret> watch(F flow, SecretName name) {
    synchronized (watches) {
      var watch = watches.get(name);
      if (watch != null) {
        watch.flows().add(flow);
        return watch.informer();
      }
    }
    // Listing may take its time, and other flows should not wait for it.
    var informer = start(name);
    synchronized (watches) {
      var watch = watches.computeIfAbsent(name, _ -> new Watch<>(informer, new HashSet<>()));
      if (watch.informer() != informer) {
        informer.stop();
      }
      watch.flows().add(flow);
      return watch.informer();
    }
  }

  private SharedIndexInformer<Secret> start(SecretName name) {
    return client
        .secrets()
        .inNamespace(name.namespace())
        .withName(name.name())
        .inform(new Handler(name));
  }

  /// The flow uses these Secrets and no others.
  public void keep(F flow, Set<SecretName> names) {
    synchronized (watches) {
      watches.forEach(
          (name, watch) -> {
            if (!names.contains(name)) {
              watch.flows().remove(flow);
            }
          });
      watches.values().stream()
          .filter(watch -> watch.flows().isEmpty())
          .forEach(watch -> watch.informer().stop());
      watches.values().removeIf(watch -> watch.flows().isEmpty());
    }
  }

  private void notifyFlows(SecretName name) {
    Set<F> flows;
    synchronized (watches) {
      var watch = watches.get(name);
      flows = watch == null ? Set.of() : Set.copyOf(watch.flows());
    }
    flows.forEach(changed);
  }

  @Override
  public void close() {
    synchronized (watches) {
      watches.values().forEach(watch -> watch.informer().stop());
      watches.clear();
    }
  }

  private final class Handler implements ResourceEventHandler<Secret> {
    private final SecretName name;

    Handler(SecretName name) {
      this.name = name;
    }

    @Override
    public void onAdd(Secret secret) {
      notifyFlows(name);
    }

    @Override
    public void onUpdate(Secret old, Secret now) {
      if (!Objects.equals(old.getData(), now.getData())) {
        notifyFlows(name);
      }
    }

    @Override
    public void onDelete(Secret secret, boolean unknown) {
      notifyFlows(name);
    }
  }
}
