package io.dataflow.operator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.kubernetes.certificate.SelfManagedCertificate;
import io.dataflow.kubernetes.certificate.ServingCertificate;
import io.dataflow.kubernetes.http.ListenAddress;
import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.server.Await;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Certificates of some seconds: two replicas follow one another's, while flows are written.
class RotationTest {
  private static final Duration LIFE = Duration.ofSeconds(36);
  private static final int ROTATIONS = 2;
  private static final int WRITERS = 4;
  private static final String FLOW =
      """
      apiVersion: dataflow.dataflow.io/v1
      kind: DataFlow
      metadata: {name: NAME}
      spec:
        source: {type: kafka, config: {brokers: ["kafka:9092"], topic: orders}}
        sink: {type: kafka, config: {brokers: ["kafka:9092"], topic: orders}}
      """;

  private final ControlPlane plane = WebhookCluster.PLANE;
  private final String namespace = plane.freshNamespace();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void noRequestIsRefusedWhileCertificatesFollowOneAnother() throws Exception {
    var identity = WebhookCluster.identity(namespace, LIFE);
    var address = ListenAddress.parse("127.0.0.1:0", Optional.empty());
    try (var first = SelfManagedCertificate.start(plane.client(), identity, Optional.empty());
        var otherClient = plane.newClient();
        var second = SelfManagedCertificate.start(otherClient, identity, Optional.empty());
        var server = WebhookServer.start(address, first);
        var other = WebhookServer.start(address, second);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(second.current()).isEqualTo(first.current());
      WebhookCluster.register(namespace, server.port());
      WebhookCluster.awaitAnswers(namespace);
      var writers =
          IntStream.range(0, WRITERS)
              .mapToObj(i -> threads.submit((Callable<Integer>) () -> write("flow-" + i)))
              .toList();
      var callers =
          IntStream.of(server.port(), other.port())
              .mapToObj(port -> threads.submit((Callable<Integer>) () -> call(port)))
              .toList();
      var shown = awaitRotations(first);
      over.set(true);
      assertThat(shown).hasSizeGreaterThan(ROTATIONS);
      for (Future<Integer> done : writers) {
        assertThat(done.get()).isGreaterThan(50);
      }
      for (Future<Integer> done : callers) {
        assertThat(done.get()).isGreaterThan(50);
      }
    } finally {
      WebhookCluster.unregister();
    }
  }

  private Set<ServingCertificate> awaitRotations(SelfManagedCertificate source) {
    var shown = new HashSet<ServingCertificate>();
    Await.until(
        ROTATIONS + " rotations",
        LIFE.multipliedBy(ROTATIONS + 1),
        () -> {
          shown.add(source.current());
          return shown.size() > ROTATIONS;
        });
    return shown;
  }

  /// Writes a flow again and again through the API server; a refusal is an exception here.
  private int write(String name) {
    int times = 0;
    try (var client = plane.newClient()) {
      while (!over.get()) {
        var flow =
            Serialization.unmarshal(
                FLOW.replace("NAME", name).replace("topic: orders", "topic: orders-" + times),
                GenericKubernetesResource.class);
        client.resource(flow).inNamespace(namespace).createOr(it -> it.update());
        times++;
      }
    }
    return times;
  }

  /// Asks the webhook itself, each time over a new connection, trusting what the API server trusts.
  private int call(int port) throws Exception {
    var review = ReviewText.create(FLOW).toString();
    int times = 0;
    while (!over.get()) {
      var caller = WebhookClient.of(port, TrustedBundle.authorities());
      try (var _ = caller.http()) {
        assertThat(caller.post(review).statusCode()).isEqualTo(200);
      }
      times++;
    }
    return times;
  }
}
