package io.dataflow.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An operator that looks after one namespace, with its own service account: it has rights in no
/// other, and leaves the flows of others alone from its installation to its end.
class WatchNamespacesTest {
  private final Release release = Release.fresh();
  private final TestNamespace shop = TestNamespace.fresh();
  private final TestNamespace other = TestNamespace.fresh();
  private final FakeKubelet operators = release.kubelet();
  private final FakeKubelet processors =
      FakeKubelet.light().withNamespace(shop.namespace()).start(Release.PLANE);

  @AfterEach
  void stop() {
    operators.close();
    processors.close();
  }

  @Test
  void flowsOfOtherNamespacesAreNotItsOwn() {
    release.install(
        "webhook.enabled=true",
        "uninstall.flows=delete",
        "watchNamespaces={" + shop.namespace() + "}");
    // Only the webhook warns.
    assertThat(other.apply("orders").orThrow()).contains("created");
    assertThat(other.apply("orders", "more").errors()).isEmpty();
    shop.apply("orders").orThrow();
    shop.untilReady("orders");
    assertThat(shop.apply("orders", "more").errors()).startsWith("Warning: spec.sink");
    assertThat(operatorsLog()).isNotBlank().doesNotContainIgnoringCase("forbidden");
    assertThat(other.finalizers("orders")).isEmpty();
    assertThat(other.names("deployments")).isEmpty();

    assertThat(may("list", "secrets", shop)).isEqualTo("yes");
    assertThat(may("list", "secrets", other)).isEqualTo("no");
    assertThat(may("patch", "dataflows.dataflow.dataflow.io", other)).isEqualTo("no");

    release.uninstall();
    assertThat(shop.names("dataflows,deployments,roles,rolebindings")).isEmpty();
    assertThat(other.names("dataflows")).contains("/orders");
    other.kubectl("delete", "dataflow", "orders");
  }

  private String operatorsLog() {
    return release
        .kubectl("logs", "-l", "app.kubernetes.io/component=operator", "--tail=-1")
        .orThrow();
  }

  private String may(String verb, String kind, TestNamespace namespace) {
    var user = "system:serviceaccount:" + release.namespace() + ":" + Release.NAME;
    return Release.PLANE
        .kubectl("auth", "can-i", verb, kind, "-n", namespace.namespace(), "--as", user)
        .output()
        .strip();
  }
}
