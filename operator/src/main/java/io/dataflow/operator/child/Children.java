package io.dataflow.operator.child;

import static java.net.HttpURLConnection.HTTP_CONFLICT;

import io.dataflow.operator.desired.FlowName;
import io.dataflow.operator.status.Trouble;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Makes children as they should be, by server-side apply under one field manager, and leaves alone
/// what is so already and what belongs to somebody else.
public final class Children {
  /// Who the API server notes as the writer.
  public static final String FIELD_MANAGER = "dataflow-operator";

  /// A version that no object has: a write with it makes an object, or fails where one is.
  private static final String NO_VERSION = "1";

  private final KubernetesClient client;
  private final Consumer<HasMetadata> written;

  /// What was last applied and what the API server made of it, by the child's UID.
  private final Map<String, Applied> applied = new ConcurrentHashMap<>();

  private record Applied(String wanted, String result) {}

  /// @param written is told of each object as the API server has stored it, trimmed
  public Children(KubernetesClient client, Consumer<HasMetadata> written) {
    this.client = client;
    this.written = written;
  }

  /// Sees to one child.
  ///
  /// @param watched the child as it was last seen, trimmed; empty when it was not seen (yet)
  /// @throws ChildException when it cannot be made, or belongs to somebody else
  public Change ensure(HasMetadata wanted, Optional<? extends HasMetadata> watched) {
    try {
      var wish = Fingerprint.of(wanted);
      return watched.isPresent() ? update(wanted, wish, watched.get()) : create(wanted, wish);
    } catch (KubernetesClientException e) {
      throw failed(wanted, e);
    }
  }

  private Change create(HasMetadata wanted, String wish) {
    try {
      wanted.getMetadata().setResourceVersion(NO_VERSION);
      apply(wanted, wish);
      return Change.CREATED;
    } catch (KubernetesClientException e) {
      wanted.getMetadata().setResourceVersion(null);
      if (e.getCode() != HTTP_CONFLICT) {
        throw e;
      }
      // It is there all the same: not seen yet, or somebody else's, or without its labels.
      var there = fetch(wanted).orElseThrow(() -> e);
      mustBeOurs(there, wanted);
      return FlowName.isOwned(there) ? Change.OUTDATED : update(wanted, wish, there);
    }
  }

  private Change update(HasMetadata wanted, String wish, HasMetadata there) {
    mustBeOurs(there, wanted);
    if (isAs(wish, there)) {
      return Change.NONE;
    }
    var before = there.getMetadata();
    if (wanted instanceof Deployment) {
      // How many pods it should have may follow from what was seen.
      wanted.getMetadata().setResourceVersion(before.getResourceVersion());
    }
    return applied(wanted, wish)
        .map(after -> change(wanted, before, after.getMetadata()))
        .orElse(Change.OUTDATED);
  }

  private Optional<HasMetadata> applied(HasMetadata wanted, String wish) {
    try {
      return Optional.of(apply(wanted, wish));
    } catch (KubernetesClientException e) {
      if (e.getCode() == HTTP_CONFLICT) {
        return Optional.empty();
      }
      if (isRefused(e)
          && wanted instanceof Deployment deployment
          && RollingUpdateBlock.isRemoved(deployment, client)) {
        return applied(wanted, wish);
      }
      throw e;
    }
  }

  private static Change change(HasMetadata wanted, ObjectMeta before, ObjectMeta after) {
    boolean touched =
        wanted instanceof Deployment
            ? !after.getGeneration().equals(before.getGeneration())
            : !after.getResourceVersion().equals(before.getResourceVersion());
    return touched ? Change.UPDATED : Change.NONE;
  }

  private HasMetadata apply(HasMetadata wanted, String wish) {
    var result =
        client.resource(wanted).fieldManager(FIELD_MANAGER).forceConflicts().serverSideApply();
    var kept = Trimmed.child(result);
    applied.put(kept.getMetadata().getUid(), new Applied(wish, fingerprint(kept)));
    written.accept(kept);
    return kept;
  }

  private boolean isAs(String wish, HasMetadata there) {
    return Optional.ofNullable(applied.get(there.getMetadata().getUid()))
        .filter(last -> last.wanted().equals(wish))
        .filter(last -> last.result().equals(fingerprint(there)))
        .isPresent();
  }

  private static String fingerprint(HasMetadata there) {
    return Trimmed.annotation(there, Fingerprint.ANNOTATION).orElseGet(() -> Fingerprint.of(there));
  }

  private Optional<HasMetadata> fetch(HasMetadata wanted) {
    return Optional.ofNullable(client.resource(wanted).get());
  }

  /// Whether the object's owner is the wanted one's, and not another flow or nobody.
  public static boolean isOurs(HasMetadata there, String ownerUid) {
    return there.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> owner.getUid().equals(ownerUid));
  }

  private static void mustBeOurs(HasMetadata there, HasMetadata wanted) {
    if (!isOurs(there, wanted.getMetadata().getOwnerReferences().getFirst().getUid())) {
      var message =
          "%s `%s` is there already and belongs to somebody else. It was left as it is: remove it, or give the flow another name."
              .formatted(wanted.getKind(), wanted.getMetadata().getName());
      throw new ChildException(
          wanted.getKind(), Trouble.lasting("NameTaken", message), message, null);
    }
  }

  private static ChildException failed(HasMetadata wanted, KubernetesClientException e) {
    var kind = wanted.getKind();
    var why = FlowException.why(e);
    var message =
        "Failed to create %s: %s: %s".formatted(kind, wanted.getMetadata().getName(), why);
    var event = "Failed to create or update %s: %s".formatted(kind, why);
    return new ChildException(kind, new Trouble(kind + "Failed", message, isRefused(e)), event, e);
  }

  // What the API server refuses, it will refuse again; what fails otherwise may pass.
  private static boolean isRefused(KubernetesClientException e) {
    return e.getCode() == 403 || e.getCode() == 422 || e.getCode() == 400;
  }

  /// Deletes a child if it is there and the owner's; returns whether it was.
  public boolean delete(HasMetadata child, String ownerUid) {
    var there = fetch(child);
    there.map(it -> it.getMetadata().getUid()).ifPresent(applied::remove);
    var ours = there.filter(object -> isOurs(object, ownerUid));
    ours.ifPresent(it -> client.resource(it).delete());
    return ours.isPresent();
  }

  /// Forgets a child that is gone.
  public void forget(HasMetadata child) {
    applied.remove(child.getMetadata().getUid());
  }
}
