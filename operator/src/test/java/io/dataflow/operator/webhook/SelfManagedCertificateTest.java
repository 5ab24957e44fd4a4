package io.dataflow.operator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.kubernetes.certificate.SelfManagedCertificate;
import io.dataflow.kubernetes.certificate.ServingCertificate;
import io.dataflow.kubernetes.certificate.WebhookIdentity;
import io.dataflow.kubernetes.controller.OwnDeployment;
import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.server.Await;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The Secret that replicas agree by, and the one field of the webhook's configuration.
class SelfManagedCertificateTest {
  private final ControlPlane plane = WebhookCluster.PLANE;
  private final String namespace = plane.freshNamespace();
  private final WebhookIdentity identity = WebhookCluster.identity(namespace, Duration.ofDays(30));

  @AfterEach
  void unregister() {
    WebhookCluster.unregister();
  }

  private SelfManagedCertificate start() {
    return SelfManagedCertificate.start(plane.client(), identity, Optional.empty());
  }

  private Secret secret() {
    return plane.client().secrets().inNamespace(namespace).withName(identity.secret()).get();
  }

  @Test
  void replicasThatStartAtOnceShowTheSame() throws Exception {
    var starts = IntStream.range(0, 6).<Callable<SelfManagedCertificate>>mapToObj(_ -> this::start);
    var replicas = new ArrayList<SelfManagedCertificate>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var started : threads.invokeAll(starts.toList())) {
        replicas.add(started.get());
      }
    }
    var shown = new HashSet<ServingCertificate>();
    replicas.forEach(replica -> shown.add(replica.current()));
    replicas.forEach(SelfManagedCertificate::close);
    assertThat(shown).hasSize(1);
    assertThat(secret().getType()).isEqualTo("kubernetes.io/tls");
    assertThat(secret().getData()).containsOnlyKeys("tls.crt", "tls.key", "ca.crt");
  }

  @Test
  void aReplicaThatComesLaterShowsTheSameAndWritesNothing() {
    try (var first = start()) {
      var version = secret().getMetadata().getResourceVersion();
      try (var later = start()) {
        assertThat(later.current()).isEqualTo(first.current());
      }
      assertThat(secret().getMetadata().getResourceVersion()).isEqualTo(version);
    }
  }

  @Test
  void aSecretOfNoUseIsMadeAnewAndItsAuthoritiesStayTrusted() {
    var before = ServingCertificate.generate(List.of("a"), Duration.ofDays(1));
    var pem = Base64.getEncoder();
    var data =
        Map.of(
            "tls.crt", pem.encodeToString("spoilt".getBytes(StandardCharsets.UTF_8)),
            "tls.key", "",
            "ca.crt", pem.encodeToString(before.certificatePem().getBytes(StandardCharsets.UTF_8)));
    plane.client().resource(secretOf(data)).create();
    WebhookCluster.register(namespace, 1);
    try (var own = start()) {
      assertThat(TrustedBundle.authorities())
          .contains(own.current().authority(), before.authority());
    }
  }

  @Test
  void theSecretGoesWithTheOperatorsDeployment() {
    start().close();
    plane
        .kubectl(
            "create", "deployment", "operator", "--image=none", "--replicas=0", "-n", namespace)
        .orThrow();
    var owner = new OwnDeployment(namespace, "operator").asOwner(plane.client());
    SelfManagedCertificate.start(plane.client(), identity, owner).close();
    assertThat(secret().getMetadata().getOwnerReferences()).containsExactly(owner.orElseThrow());
    plane.kubectl("delete", "deployment", "operator", "-n", namespace).orThrow();
    Await.until("the garbage collector", WebhookCluster.SOON, () -> secret() == null);
  }

  @Test
  void thereIsNoOwnerWithoutADeployment() {
    assertThat(new OwnDeployment(namespace, "none").asOwner(plane.client())).isEmpty();
  }

  private Secret secretOf(Map<String, String> data) {
    return new io.fabric8.kubernetes.api.model.SecretBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(identity.secret())
        .endMetadata()
        .withType("kubernetes.io/tls")
        .withData(data)
        .build();
  }

  @Test
  void theBundleIsPutBackAndNothingElse() {
    WebhookCluster.register(namespace, 1);
    try (var own = start()) {
      assertThat(TrustedBundle.authorities()).containsExactly(own.current().authority());
      var right = TrustedBundle.encoded();
      patch("{\"op\": \"remove\", \"path\": \"/webhooks/0/clientConfig/caBundle\"}");
      awaitBundle(right.orElseThrow());
      patch("{\"op\": \"add\", \"path\": \"/webhooks/0/clientConfig/caBundle\", \"value\": \"\"}");
      awaitBundle(right.orElseThrow());
      patch("{\"op\": \"replace\", \"path\": \"/webhooks/0/timeoutSeconds\", \"value\": 3}");
      WebhookCluster.unregister();
      WebhookCluster.register(namespace, 1);
      awaitBundle(right.orElseThrow());
      patch("{\"op\": \"replace\", \"path\": \"/webhooks/0/timeoutSeconds\", \"value\": 3}");
    }
    assertThat(
            plane
                .client()
                .admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(WebhookCluster.CONFIGURATION)
                .get()
                .getWebhooks()
                .getFirst()
                .getTimeoutSeconds())
        .isEqualTo(3);
  }

  private void patch(String operation) {
    plane
        .client()
        .admissionRegistration()
        .v1()
        .validatingWebhookConfigurations()
        .withName(WebhookCluster.CONFIGURATION)
        .patch(PatchContext.of(PatchType.JSON), "[" + operation + "]");
  }

  private static void awaitBundle(String right) {
    Await.until(
        "the bundle that was there",
        WebhookCluster.SOON,
        () -> TrustedBundle.encoded().filter(right::equals).isPresent());
  }
}
