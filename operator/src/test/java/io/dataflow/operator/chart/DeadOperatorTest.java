package io.dataflow.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The chart is uninstalled when no operator runs any more, and nothing hangs.
class DeadOperatorTest {
  private static final String CRD = "dataflows.dataflow.dataflow.io";

  // What deleted flows would get, were there somebody to take care of them.
  private static final Duration TIMEOUT = Duration.ofSeconds(240);

  private final Release release = Release.fresh();
  private final TestNamespace shop = TestNamespace.fresh();
  private final FakeKubelet operators = release.kubelet();
  private final FakeKubelet processors =
      FakeKubelet.light().withNamespace(shop.namespace()).start(Release.PLANE);

  @AfterEach
  void stop() {
    operators.close();
    processors.close();
  }

  @Test
  void flowsStayOrGoAsTheValueSays() {
    release.install("replicaCount=1");
    shop.apply("orders").orThrow();
    shop.apply("parcels").orThrow();
    shop.untilReady("orders");
    shop.untilReady("parcels");
    release.kubectl("scale", "deployment", Release.NAME, "--replicas=0").orThrow();
    release.kubectl("wait", "--for=delete", "pods", "--all", "--timeout=90s").orThrow();
    release.uninstall();
    assertThat(shop.finalizers("orders")).isEmpty();
    assertThat(shop.names("deployments")).contains("df-orders", "df-parcels");
    shop.kubectl("delete", "df", "parcels", "--timeout=60s");
    shop.untilCollected("parcels");

    release.install(
        "replicaCount=0",
        "uninstall.flows=delete",
        "uninstall.timeoutSeconds=" + TIMEOUT.plusSeconds(60).toSeconds());
    shop.hold("orders");
    release.uninstall();
    assertThat(shop.names("dataflows")).isEmpty();
    shop.untilCollected("orders");
  }

  @Test
  void aDefinitionThatIsToGoTooGoes() {
    release.install("replicaCount=0", "crds.keep=false");
    shop.apply("orders").orThrow();
    shop.hold("orders");
    release.uninstall();
    Release.PLANE.kubectl("wait", "--for=delete", "crd", CRD, "--timeout=60s").orThrow();

    release.install("replicaCount=0", "crds.install=false", "uninstall.flows=delete");
    release.uninstall();
    assertThat(release.kubectl("get", "jobs", "-o", "name").orThrow()).isEmpty();
  }
}
