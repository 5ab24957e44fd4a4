package io.dataflow.kubernetes.leader;

import static java.net.HttpURLConnection.HTTP_CONFLICT;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/// The Lease as it is on the API server, and one replica's tries to write its name into it. Every
/// write names the version that was read, so that of two replicas one fails.
///
/// Of a Lease that is somebody else's only the change counts, and by this process's clock: clocks
/// of nodes differ.
final class LeaseLock {
  private final Resource<Lease> resource;
  private final KubernetesClient client;
  private final String namespace;
  private final String name;
  private final String identity;
  private final Duration duration;
  private String version = "";
  private long seen;

  LeaseLock(
      KubernetesClient client, String namespace, String name, String identity, Duration duration) {
    this.client = client;
    this.namespace = namespace;
    this.name = name;
    this.identity = identity;
    this.duration = duration;
    resource = client.leases().inNamespace(namespace).withName(name);
  }

  /// Makes the Lease this replica's, or renews it.
  ///
  /// @return false when it is somebody else's
  /// @throws KubernetesClientException when the API server does not answer or refuses
  boolean isTaken() {
    try {
      var there = resource.get();
      if (there == null) {
        client.resource(fresh()).create();
        return true;
      }
      var spec = Optional.ofNullable(there.getSpec()).orElseGet(LeaseSpec::new);
      boolean mine = identity.equals(spec.getHolderIdentity());
      if (!mine && isHeld(there, spec)) {
        return false;
      }
      client.resource(taken(there, spec, mine)).update();
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HTTP_CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private boolean isHeld(Lease there, LeaseSpec spec) {
    if (!there.getMetadata().getResourceVersion().equals(version)) {
      version = there.getMetadata().getResourceVersion();
      seen = System.nanoTime();
    }
    boolean named =
        Optional.ofNullable(spec.getHolderIdentity()).filter(it -> !it.isBlank()).isPresent();
    return named && System.nanoTime() - seen < duration.toNanos();
  }

  private Lease fresh() {
    var lease =
        new LeaseBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .endMetadata()
            .build();
    return taken(lease, new LeaseSpec(), false);
  }

  private Lease taken(Lease lease, LeaseSpec spec, boolean mine) {
    var now = ZonedDateTime.now(ZoneOffset.UTC);
    if (!mine) {
      int transitions = Optional.ofNullable(spec.getLeaseTransitions()).orElse(-1) + 1;
      spec.setLeaseTransitions(transitions);
      spec.setAcquireTime(now);
      spec.setHolderIdentity(identity);
    }
    spec.setLeaseDurationSeconds((int) Math.max(1, duration.toSeconds()));
    spec.setRenewTime(now);
    lease.setSpec(spec);
    return lease;
  }

  /// Lets others have it at once. A renewal that was in hand may still have come through after the
  /// Lease was read here, which then is another version: it is read once more.
  ///
  /// @throws KubernetesClientException when the API server does not answer or refuses
  void release() {
    try {
      writeReleased();
    } catch (KubernetesClientException e) {
      if (e.getCode() != HTTP_CONFLICT) {
        throw e;
      }
      writeReleased();
    }
  }

  private void writeReleased() {
    var there = Optional.ofNullable(resource.get());
    there
        .filter(lease -> identity.equals(lease.getSpec().getHolderIdentity()))
        .ifPresent(
            lease -> {
              lease.getSpec().setHolderIdentity("");
              lease.getSpec().setLeaseDurationSeconds(1);
              lease.getSpec().setRenewTime(ZonedDateTime.now(ZoneOffset.UTC));
              client.resource(lease).update();
            });
  }
}
