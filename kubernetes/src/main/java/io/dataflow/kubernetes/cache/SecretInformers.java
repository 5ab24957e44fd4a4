package io.dataflow.kubernetes.cache;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Watches the Secrets that resources reference, each by its name and no others. A Secret that
/// several resources use is watched once; one that none uses any more is not.
///
/// @param <K> what identifies a resource
public final class SecretInformers<K> implements AutoCloseable {
  private final KubernetesClient client;
  private final Consumer<K> changed;
  private final Map<SecretName, Watch<K>> watches = new HashMap<>();

  private record Watch<K>(SharedIndexInformer<Secret> informer, Set<K> users) {}

  /// @param changed is called for each resource that uses a Secret which came, changed or went
  public SecretInformers(KubernetesClient client, Consumer<K> changed) {
    this.client = client;
    this.changed = changed;
  }

  /// The value of a Secret's key now. From here on the Secret is watched for the resource.
  public Optional<String> value(K user, SecretName name, String key) {
    return secret(user, name)
        .map(Secret::getData)
        .map(data -> data.get(key))
        .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
  }

  private Optional<Secret> secret(K user, SecretName name) {
    return Optional.ofNullable(watch(user, name).getStore().getByKey(name.toString()));
  }

  private SharedIndexInformer<Secret> watch(K user, SecretName name) {
    synchronized (watches) {
      var watch = watches.get(name);
      if (watch != null) {
        watch.users().add(user);
        return watch.informer();
      }
    }
    // Listing may take its time, and other resources should not wait for it.
    var informer = start(name);
    synchronized (watches) {
      var watch = watches.computeIfAbsent(name, _ -> new Watch<>(informer, new HashSet<>()));
      if (watch.informer() != informer) {
        informer.stop();
      }
      watch.users().add(user);
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

  /// The resource uses these Secrets and no others.
  public void keep(K user, Set<SecretName> names) {
    synchronized (watches) {
      watches.forEach(
          (name, watch) -> {
            if (!names.contains(name)) {
              watch.users().remove(user);
            }
          });
      watches.values().stream()
          .filter(watch -> watch.users().isEmpty())
          .forEach(watch -> watch.informer().stop());
      watches.values().removeIf(watch -> watch.users().isEmpty());
    }
  }

  private void notifyUsers(SecretName name) {
    Set<K> users;
    synchronized (watches) {
      var watch = watches.get(name);
      users = watch == null ? Set.of() : Set.copyOf(watch.users());
    }
    users.forEach(changed);
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
      notifyUsers(name);
    }

    @Override
    public void onUpdate(Secret old, Secret now) {
      if (!Objects.equals(old.getData(), now.getData())) {
        notifyUsers(name);
      }
    }

    @Override
    public void onDelete(Secret secret, boolean unknown) {
      notifyUsers(name);
    }
  }
}
