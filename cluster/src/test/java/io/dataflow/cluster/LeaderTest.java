package io.dataflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two replicas of the operator, of which one works.
class LeaderTest {
  private static final String NAMESPACE = OperatorInstallation.NAMESPACE;
  private static final Duration LIMIT = Duration.ofSeconds(120);

  private final WholeSystem system = WholeSystem.shared();
  private final KubernetesClient client = system.plane().client();
  private final OperatorInstallation installation =
      new OperatorInstallation(system.plane(), Distribution.find());

  private String leader() {
    return client
        .leases()
        .inNamespace(NAMESPACE)
        .withName("dataflow-operator.dataflow.io")
        .get()
        .getSpec()
        .getHolderIdentity();
  }

  private void scale(int replicas) {
    system
        .plane()
        .kubectl(
            "-n", NAMESPACE, "scale", OperatorInstallation.DEPLOYMENT, "--replicas=" + replicas)
        .orThrow();
    installation.untilReady();
  }

  @AfterEach
  void oneIsEnough() {
    scale(1);
  }

  /// As when its node dies: the process ends without a word, and the pod does not come back.
  @Test
  void whenTheLeaderIsKilledTheOtherTakesOver() {
    scale(2);
    var killed = leader();
    var start = System.nanoTime();
    system.kubelet().kill(NAMESPACE, killed);
    client.pods().inNamespace(NAMESPACE).withName(killed).withGracePeriod(0).delete();
    Await.until("another leader", LIMIT, () -> !leader().equals(killed));
    var time = Duration.ofNanos(System.nanoTime() - start);
    System.out.println("another operator leads after " + time.toMillis() + " ms");
    var database = Database.fresh().withSource().withSink();
    database.add(100);
    var flow = WholeSystem.freshFlow().apply(TableFlow.spec(database, ""));
    flow.until("the rows", () -> database.ids() == 100);
    flow.untilSettled();
    assertThat(leader()).isNotEqualTo(killed);
  }
}
