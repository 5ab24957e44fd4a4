package io.dataflow.operator.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.RunningOperator;
import io.dataflow.testbed.cluster.Clusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Secrets that come late, change, are forbidden, and are never seen.
class SecretResolverTest {
  private static final String CANARY = "canary-77ab03";
  private static final String URL = "postgres://writer:" + CANARY + "@db/shop";
  private static final String SPEC =
      FlowCase.KAFKA.replace(
          "connectionString: \"postgres://db/shop\"",
          "connectionStringSecretRef: {name: database, key: url}");

  @RegisterExtension
  static final RunningOperator OPERATOR =
      new RunningOperator(
          "SECRET_NAMESPACES",
          "lent",
          "SECRET_GRANTS",
          "[{\"namespace\": \"vault\", \"names\": [\"database\"], \"from\": [\"*\"]},"
              + " {\"namespace\": \"vault\", \"names\": [\"root\"], \"from\": [\"elsewhere\"]}]");

  private final FlowCase flow = FlowCase.fresh();

  @Test
  void isAnErrorWhileOneIsMissingAndHealsWhenItComes() {
    flow.apply(SPEC);
    flow.until("an error", () -> flow.status("phase").equals("Error"));
    assertThat(flow.status("message"))
        .isEqualTo(
            "Failed to resolve secrets: spec.sink.config.connectionStringSecretRef: key `url` of"
                + " Secret `database` is not there. Create it in namespace `%s`."
                    .formatted(flow.namespace()));
    assertThat(flow.condition("Stalled")).isEqualTo("True");
    assertThat(flow.events())
        .filteredOn(event -> event.startsWith("SecretResolutionFailed: Failed to resolve"))
        .hasSize(1);
    flow.secret("database", "other", "x");
    flow.secret("database", "url", URL);
    flow.until("health", () -> flow.condition("Ready").equals("True"));
  }

  @Test
  void startsThePodsAnewWhenOneChangesAndShowsItsValueNowhere() {
    flow.secret("database", "url", URL);
    flow.apply(SPEC);
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
    var mounted = flow.value("secret/df-orders-secrets", ".data");
    flow.secret("database", "url", URL + "?sslmode=require");
    flow.until(
        "a second generation", () -> flow.kubectl("get", "rs", "-o", "name").lines().count() == 2);
    assertThat(flow.value("secret/df-orders-secrets", ".data")).isNotEqualTo(mounted);
    assertThat(flow.value("configmap/df-orders-spec", ".data"))
        .contains("connectionStringSecretRef");
    for (var kind : new String[] {"configmap", "deployment", "pod", "event", "dataflow", "rs"}) {
      assertThat(flow.kubectl("get", kind, "-o", "yaml")).as(kind).doesNotContain(CANARY);
    }
    assertThat(OPERATOR.metrics()).doesNotContain(CANARY);
  }

  @Test
  void comesFromAnotherNamespaceOnlyWhereThatIsAllowed() {
    flow.apply(SPEC.replace("{name: database", "{namespace: stranger, name: database"));
    flow.until("an error", () -> flow.status("phase").equals("Error"));
    assertThat(flow.status("message"))
        .contains("`stranger/database` may not be used from here: copy it to `");
    Clusters.shared().kubectl("create", "namespace", "lent").orThrow();
    new FlowCase("lent").secret("database", "url", URL);
    flow.apply(SPEC.replace("{name: database", "{namespace: lent, name: database"));
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
    assertThat(flow.value("deployment/df-orders", ".spec.template.spec.volumes"))
        .contains("_lent/database/url");
  }

  @Test
  void comesFromAnotherNamespaceByNameAndForThoseWhoAreNamed() {
    Clusters.shared().kubectl("create", "namespace", "vault").orThrow();
    new FlowCase("vault").secret("root", "url", URL);
    flow.apply(SPEC.replace("{name: database", "{namespace: vault, name: root"));
    flow.until("an error", () -> flow.status("phase").equals("Error"));
    assertThat(flow.status("message"))
        .contains("`vault/root` may not be used from here: copy it to `")
        .doesNotContain(CANARY);
    new FlowCase("vault").secret("database", "url", URL);
    flow.apply(SPEC.replace("{name: database", "{namespace: vault, name: database"));
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
    assertThat(flow.value("deployment/df-orders", ".spec.template.spec.volumes"))
        .contains("_vault/database/url");
  }
}
