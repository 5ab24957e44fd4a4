package io.dataflow.kubernetes.certificate;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The certificate that the operator makes itself, keeps in a Secret, follows by a next one in good
/// time, and makes known to the API server. Every replica runs one of these.
public final class SelfManagedCertificate implements CertificateSource {
  private static final Logger LOG = LoggerFactory.getLogger(SelfManagedCertificate.class);

  private final BlockingQueue<Boolean> changes = new ArrayBlockingQueue<>(1);
  private final RotationPolicy rotation;
  private final CertificateSecret secret;
  private final CaBundleInjector trust;
  private volatile ServingCertificate current;
  private List<SharedIndexInformer<?>> watches = List.of();
  private Thread thread;

  private SelfManagedCertificate(
      KubernetesClient client, WebhookIdentity identity, Optional<OwnerReference> owner) {
    rotation = new RotationPolicy(identity.life());
    secret = new CertificateSecret(client, identity, owner);
    trust = new CaBundleInjector(client, identity.configuration());
  }

  /// Has the certificate when it returns, and renews it until it is closed.
  ///
  /// @throws io.fabric8.kubernetes.client.KubernetesClientException when the API server does not
  ///     answer, or lets the operator not read or write the Secret or the configuration
  ///
  /// @param owner with which the Secret goes
  public static SelfManagedCertificate start(
      KubernetesClient client, WebhookIdentity identity, Optional<OwnerReference> owner) {
    var own = new SelfManagedCertificate(client, identity, owner);
    own.look();
    own.watches =
        List.of(
            own.secret.resource().inform(own.wakeOnChange()),
            own.trust.resource().inform(own.wakeOnChange()));
    own.thread = Thread.ofVirtual().name("webhook-certificate").start(own::run);
    return own;
  }

  private <T> ResourceEventHandler<T> wakeOnChange() {
    return new ResourceEventHandler<>() {
      @Override
      public void onAdd(T object) {
        changes.offer(true);
      }

      @Override
      public void onUpdate(T before, T after) {
        changes.offer(true);
      }

      @Override
      public void onDelete(T object, boolean finalStateUnknown) {
        changes.offer(true);
      }
    };
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        changes.poll(rotation.pause().toNanos(), TimeUnit.NANOSECONDS);
        lookAgain();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The certificate of before goes on serving when the API server does not answer for a while; it
  /// has a third of its life for that.
  private void lookAgain() {
    try {
      look();
    } catch (RuntimeException failure) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.warn("the webhook's certificate is looked after again soon: {}", reason(failure));
      }
    }
  }

  private static String reason(Throwable failure) {
    var cause = Optional.ofNullable(failure.getCause()).map(it -> " " + it.getMessage());
    return failure.getMessage() + cause.orElse("");
  }

  private void look() {
    var configuration = trust.read();
    var agreed =
        secret.reconcile(
            Instant.now(),
            authority -> configuration.map(it -> CaBundleInjector.has(it, authority)).orElse(true));
    if (!agreed.current().equals(current)) {
      LOG.info("the webhook shows the certificate for {}", agreed.current());
    }
    current = agreed.current();
    if (!configuration.map(it -> trust.put(it, agreed.bundle())).orElse(true)) {
      changes.offer(true);
    }
  }

  @Override
  public ServingCertificate current() {
    return current;
  }

  @Override
  public void close() {
    watches.forEach(SharedIndexInformer::stop);
    thread.interrupt();
  }
}
