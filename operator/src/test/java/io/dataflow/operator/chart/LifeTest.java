package io.dataflow.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Await;
import io.dataflow.testbed.cluster.Answer;
import io.dataflow.testbed.cluster.FakeKubelet;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The chart is installed with two operators, which run as pods with their own service account,
/// and uninstalled again. Processors only say that they are ready.
class LifeTest {
  private static final String FLOW =
      """
      apiVersion: dataflow.dataflow.io/v1
      kind: DataFlow
      metadata: {name: orders, namespace: %s}
      spec:
        source:
          type: postgresql
          config: {connectionString: "postgres://db/shop", table: orders}
        sink:
          type: kafka
          config: {brokers: ["kafka:9092"], topic: %s}
      """;

  private final Release release = Release.fresh();
  private final String shop = Release.PLANE.freshNamespace();
  private final FakeKubelet operators = release.kubelet();
  private final FakeKubelet processors =
      FakeKubelet.light().withNamespace(shop).start(Release.PLANE);

  @AfterEach
  void stop() {
    operators.close();
    processors.close();
  }

  private String inShop(String... words) {
    return new Release(shop).kubectl(words).orThrow();
  }

  private void applyTheFlow() {
    Release.PLANE.apply(FLOW.formatted(shop, "orders"));
    inShop("wait", "--for=condition=Ready", "dataflow/orders", "--timeout=120s");
  }

  private String finalizers() {
    return inShop("get", "dataflow", "orders", "-o", "jsonpath={.metadata.finalizers}");
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
    applyTheFlow();
    // Only the webhook warns, and so the API server has found it, and trusts it.
    assertThat(Release.PLANE.kubectlWithInput(FLOW.formatted(shop, "more"), "apply", "-f", "-"))
        .extracting(Answer::errors)
        .asString()
        .startsWith("Warning: spec.sink");
    assertThat(operatorsLog()).isNotBlank().doesNotContainIgnoringCase("forbidden");
    release.uninstall();
    assertThat(finalizers()).isEmpty();
    assertThat(inShop("get", "deployment", "df-orders", "-o", "name")).isNotBlank();
    assertThat(inShop("get", "pods", "-o", "name").lines()).hasSize(1);
    assertThat(leftOvers().lines()).containsExactly("serviceaccount/default");

    release.install("uninstall.flows=delete");
    Await.until("the finalizer", Duration.ofSeconds(60), () -> !finalizers().isEmpty());
    release.uninstall();
    assertThat(inShop("get", "dataflows,deployments,configmaps,roles", "-o", "name").lines())
        .containsExactly("configmap/kube-root-ca.crt");
    assertThat(inShop("get", "events")).contains("DeploymentCreated", "ResourcesDeleted");
    assertThat(leftOvers().lines()).containsExactly("serviceaccount/default");
  }

  @Test
  void flowsGoEvenWhenTheOperatorIsDeadAlready() {
    release.install("replicaCount=1");
    applyTheFlow();
    release.kubectl("scale", "deployment", Release.NAME, "--replicas=0").orThrow();
    release.kubectl("wait", "--for=delete", "pods", "--all", "--timeout=90s").orThrow();
    release.uninstall();
    inShop("delete", "dataflow", "orders", "--timeout=60s");
    Await.until(
        "the garbage collector",
        Duration.ofSeconds(60),
        () -> inShop("get", "deployments", "-o", "name").isBlank());
  }
}
