package io.dataflow.kubernetes.apply;

import static java.net.HttpURLConnection.HTTP_CONFLICT;

import io.dataflow.kubernetes.cache.CacheTransforms;
import io.dataflow.kubernetes.failure.ApiServerException;
import io.dataflow.kubernetes.failure.ApplyException;
import io.dataflow.kubernetes.failure.Blocker;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Applies owned resources, by server-side apply under one field manager, and leaves alone what is
/// as it should be already and what belongs to somebody else.
public final class ServerSideApplier {
  /// A version that no object has: a write with it makes an object, or fails where one is.
  private static final String NO_VERSION = "1";

  private final KubernetesClient client;
  private final String fieldManager;
  private final Predicate<HasMetadata> isWatched;
  private final CacheTransforms transforms;
  private final Consumer<HasMetadata> written;

  /// What was last applied and what the API server made of it, by the object's UID.
  private final Map<String, Applied> applied = new ConcurrentHashMap<>();

  private record Applied(String wanted, String result) {}

  /// @param fieldManager who the API server notes as the writer
  /// @param isWatched whether an object has the labels by which owned resources are watched
  /// @param transforms what is kept of an object
  /// @param written receives each object as the API server has stored it, trimmed
  public ServerSideApplier(
      KubernetesClient client,
      String fieldManager,
      Predicate<HasMetadata> isWatched,
      CacheTransforms transforms,
      Consumer<HasMetadata> written) {
    this.client = client;
    this.fieldManager = fieldManager;
    this.isWatched = isWatched;
    this.transforms = transforms;
    this.written = written;
  }

  /// Applies one resource.
  ///
  /// @param cached the resource as it was last seen, trimmed; empty when it was not seen (yet)
  /// @throws ApplyException when it cannot be made, or belongs to somebody else
  public ApplyResult apply(HasMetadata wanted, Optional<? extends HasMetadata> cached) {
    try {
      var desired = transforms.hash(wanted);
      return cached.isPresent() ? update(wanted, desired, cached.get()) : create(wanted, desired);
    } catch (KubernetesClientException e) {
      throw failed(wanted, e);
    }
  }

  private ApplyResult create(HasMetadata wanted, String desired) {
    try {
      wanted.getMetadata().setResourceVersion(NO_VERSION);
      write(wanted, desired);
      return ApplyResult.CREATED;
    } catch (KubernetesClientException e) {
      wanted.getMetadata().setResourceVersion(null);
      if (e.getCode() != HTTP_CONFLICT) {
        throw e;
      }
      // It is there all the same: not seen yet, or somebody else's, or without its labels.
      var there = fetch(wanted).orElseThrow(() -> e);
      mustBeOurs(there, wanted);
      return isWatched.test(there) ? ApplyResult.CONFLICT : update(wanted, desired, there);
    }
  }

  private ApplyResult update(HasMetadata wanted, String desired, HasMetadata there) {
    mustBeOurs(there, wanted);
    if (isAs(desired, there)) {
      return ApplyResult.UNCHANGED;
    }
    var before = there.getMetadata();
    if (wanted instanceof Deployment) {
      // How many pods it should have may follow from what was seen.
      wanted.getMetadata().setResourceVersion(before.getResourceVersion());
    }
    return applied(wanted, desired)
        .map(after -> change(wanted, before, after.getMetadata()))
        .orElse(ApplyResult.CONFLICT);
  }

  private Optional<HasMetadata> applied(HasMetadata wanted, String desired) {
    try {
      return Optional.of(write(wanted, desired));
    } catch (KubernetesClientException e) {
      if (e.getCode() == HTTP_CONFLICT) {
        return Optional.empty();
      }
      if (isRefused(e)
          && wanted instanceof Deployment deployment
          && RollingUpdateRemoval.isRemoved(deployment, client, fieldManager)) {
        return applied(wanted, desired);
      }
      throw e;
    }
  }

  private static ApplyResult change(HasMetadata wanted, ObjectMeta before, ObjectMeta after) {
    boolean touched =
        wanted instanceof Deployment
            ? !after.getGeneration().equals(before.getGeneration())
            : !after.getResourceVersion().equals(before.getResourceVersion());
    return touched ? ApplyResult.UPDATED : ApplyResult.UNCHANGED;
  }

  private HasMetadata write(HasMetadata wanted, String desired) {
    var result =
        client.resource(wanted).fieldManager(fieldManager).forceConflicts().serverSideApply();
    var kept = transforms.trim(result);
    applied.put(kept.getMetadata().getUid(), new Applied(desired, transforms.hash(kept)));
    written.accept(kept);
    return kept;
  }

  private boolean isAs(String desired, HasMetadata there) {
    return Optional.ofNullable(applied.get(there.getMetadata().getUid()))
        .filter(last -> last.wanted().equals(desired))
        .filter(last -> last.result().equals(transforms.hash(there)))
        .isPresent();
  }

  private Optional<HasMetadata> fetch(HasMetadata wanted) {
    return Optional.ofNullable(client.resource(wanted).get());
  }

  /// Whether the object's owner is the wanted one's, and not another one or nobody.
  public static boolean isOurs(HasMetadata there, String ownerUid) {
    return there.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> owner.getUid().equals(ownerUid));
  }

  private static void mustBeOurs(HasMetadata there, HasMetadata wanted) {
    var owner = wanted.getMetadata().getOwnerReferences().getFirst();
    if (!isOurs(there, owner.getUid())) {
      var message =
          "%s `%s` is there already and belongs to somebody else. It was left as it is: remove it, or give the %s another name."
              .formatted(wanted.getKind(), wanted.getMetadata().getName(), owner.getKind());
      throw new ApplyException(
          wanted.getKind(), Blocker.terminal("NameTaken", message), message, null);
    }
  }

  private static ApplyException failed(HasMetadata wanted, KubernetesClientException e) {
    var kind = wanted.getKind();
    var why = ApiServerException.why(e);
    var message =
        "Failed to create %s: %s: %s".formatted(kind, wanted.getMetadata().getName(), why);
    var event = "Failed to create or update %s: %s".formatted(kind, why);
    return new ApplyException(kind, new Blocker(kind + "Failed", message, isRefused(e)), event, e);
  }

  // What the API server refuses, it will refuse again; what fails otherwise may pass.
  private static boolean isRefused(KubernetesClientException e) {
    return e.getCode() == 403 || e.getCode() == 422 || e.getCode() == 400;
  }

  /// Deletes a resource if it is there and the owner's; returns whether it was.
  public boolean delete(HasMetadata owned, String ownerUid) {
    var there = fetch(owned);
    there.map(it -> it.getMetadata().getUid()).ifPresent(applied::remove);
    var ours = there.filter(object -> isOurs(object, ownerUid));
    ours.ifPresent(it -> client.resource(it).delete());
    return ours.isPresent();
  }

  /// Forgets a resource that is gone.
  public void forget(HasMetadata owned) {
    applied.remove(owned.getMetadata().getUid());
  }
}
