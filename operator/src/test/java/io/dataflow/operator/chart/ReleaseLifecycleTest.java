package io.dataflow.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The chart is installed with two operators, which run as pods with their own service account,
/// and uninstalled again. Processors only say that they are ready.
class ReleaseLifecycleTest {
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

  private String leftOvers() {
    var kinds = "deployments,pods,jobs,services,secrets,leases,serviceaccounts,roles,rolebindings";
    return release.kubectl("get", kinds, "-o", "name").orThrow();
  }

  private String operatorsLog() {
    return release
        .kubectl("logs", "-l", "app.kubernetes.io/component=operator", "--tail=-1")
        .orThrow();
  }

  @Test
  void flowsRunOnWithoutTheOperatorAndItTakesThemUpAgain() {
    release.install("replicaCount=2", "webhook.enabled=true");
    shop.apply("orders").orThrow();
    shop.untilReady("orders");
    // Only the webhook warns, and so the API server has found it, and trusts it.
    assertThat(shop.apply("orders", "more").errors()).startsWith("Warning: spec.sink");
    assertThat(operatorsLog()).isNotBlank().doesNotContainIgnoringCase("forbidden");
    release.uninstall();
    assertThat(shop.finalizers("orders")).isEmpty();
    assertThat(shop.kubectl("get", "deployment", "df-orders", "-o", "name")).isNotBlank();
    assertThat(shop.kubectl("get", "pods", "-o", "name").lines()).hasSize(1);
    assertThat(leftOvers().lines()).containsExactly("serviceaccount/default");

    release.install("uninstall.flows=delete");
    Await.until(
        "the finalizer", Duration.ofSeconds(60), () -> !shop.finalizers("orders").isEmpty());
    release.uninstall();
    assertThat(shop.kubectl("get", "dataflows,deployments,configmaps,roles", "-o", "name").lines())
        .containsExactly("configmap/kube-root-ca.crt");
    assertThat(shop.kubectl("get", "events")).contains("DeploymentCreated", "ResourcesDeleted");
    assertThat(leftOvers().lines()).containsExactly("serviceaccount/default");
  }
}
