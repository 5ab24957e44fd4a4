package io.dataflow.kubernetes.certificate;

import static java.net.HttpURLConnection.HTTP_CONFLICT;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Secret by which all replicas show the same certificate. Whoever writes first decides; who
/// comes second takes what is there.
final class CertificateSecret {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateSecret.class);
  private static final int ATTEMPTS = 10;

  private final KubernetesClient client;
  private final WebhookIdentity identity;
  private final Optional<OwnerReference> owner;
  private final RotationPolicy rotation;

  /// @param owner with which the Secret goes
  CertificateSecret(
      KubernetesClient client, WebhookIdentity identity, Optional<OwnerReference> owner) {
    this.client = client;
    this.owner = owner;
    this.identity = identity;
    this.rotation = new RotationPolicy(identity.life());
  }

  Resource<Secret> resource() {
    return client.secrets().inNamespace(identity.namespace()).withName(identity.secret());
  }

  /// What the replicas show at this moment; made or moved on here when it is time.
  ///
  /// @param trusted whether the API server trusts an authority
  CertificateState reconcile(Instant now, Predicate<X509Certificate> trusted) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var secret = Optional.ofNullable(resource().get());
      var found = secret.flatMap(this::read);
      var wanted =
          found
              .map(it -> it.at(now, rotation, identity.names(), trusted))
              .orElseGet(() -> begin(now, secret));
      boolean isSo =
          found.filter(wanted::equals).isPresent() && secret.filter(this::isOwned).isPresent();
      if (isSo || isWritten(secret, wanted)) {
        return wanted;
      }
    }
    throw new UnusableCertificateException(
        "Secret `"
            + identity.namespace()
            + "/"
            + identity.secret()
            + "` was changed by others each of "
            + ATTEMPTS
            + " times. Find out who writes it.");
  }

  private CertificateState begin(Instant now, Optional<Secret> secret) {
    var before = secret.map(it -> TlsSecretData.authorities(data(it))).orElse(List.of());
    return CertificateState.begin(rotation.first(now, identity.names()).certificate(), before);
  }

  /// What the Secret holds; empty when it cannot serve this webhook. It is ours by its name, and
  /// is made anew then.
  private Optional<CertificateState> read(Secret secret) {
    try {
      var stored = TlsSecretData.read(data(secret));
      return Optional.of(stored).filter(it -> it.current().covers(identity.host()));
    } catch (UnusableCertificateException unusable) {
      LOG.warn(
          "Secret {}/{} is created again: {}",
          identity.namespace(),
          identity.secret(),
          unusable.getMessage());
      return Optional.empty();
    }
  }

  private boolean isOwned(Secret secret) {
    return owner.map(it -> secret.getMetadata().getOwnerReferences().contains(it)).orElse(true);
  }

  /// The owner of an operator that was there before is gone for good.
  private List<OwnerReference> owners(Secret before) {
    return owner
        .map(List::of)
        .or(() -> Optional.ofNullable(before.getMetadata()).map(ObjectMeta::getOwnerReferences))
        .orElse(List.of());
  }

  private static Map<String, String> data(Secret secret) {
    return Optional.ofNullable(secret.getData()).orElse(Map.of());
  }

  private boolean isWritten(Optional<Secret> before, CertificateState wanted) {
    try {
      if (before.isPresent()) {
        client.resource(secret(before.get(), wanted)).update();
      } else {
        client.resource(secret(new Secret(), wanted)).create();
      }
      return true;
    } catch (KubernetesClientException refused) {
      if (refused.getCode() == HTTP_CONFLICT) {
        return false;
      }
      throw refused;
    }
  }

  /// With the resource version of before, so that a write in between is a conflict.
  private Secret secret(Secret before, CertificateState wanted) {
    return new SecretBuilder(before)
        .editOrNewMetadata()
        .withNamespace(identity.namespace())
        .withName(identity.secret())
        .addToLabels("app.kubernetes.io/managed-by", identity.managedBy())
        .withOwnerReferences(owners(before))
        .endMetadata()
        .withType(Optional.ofNullable(before.getType()).orElse("kubernetes.io/tls"))
        .withData(TlsSecretData.of(wanted))
        .build();
  }
}
