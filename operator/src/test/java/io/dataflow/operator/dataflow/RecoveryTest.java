package io.dataflow.operator.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.OperatorRun;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is in a flow's way is in its message, and when it goes the flow runs, without anybody
/// having touched it.
class RecoveryTest {
  private static final String GONE = "gone:2";
  private static final String SECRET_SPEC =
      FlowCase.KAFKA.replace(
          "connectionString: \"postgres://db/shop\"",
          "connectionStringSecretRef: {name: database, key: url}");

  private static OperatorRun operator;
  private static FakeKubelet kubelet;

  private final FlowCase flow = FlowCase.fresh();

  @BeforeAll
  static void start() {
    operator = OperatorRun.start();
    kubelet = FakeProcessor.kubelet().withMissingImage(GONE).start(Clusters.shared());
  }

  @AfterAll
  static void end() {
    operator.close();
    kubelet.close();
  }

  private void untilItRuns() {
    flow.until("health", () -> flow.condition("Ready").equals("True"));
    assertThat(flow.status("phase")).isEqualTo("Running");
    assertThat(flow.condition("Stalled")).isEqualTo("False");
  }

  private void untilStalledBy(String reason, String words) {
    flow.until("the message", () -> flow.status("message").contains(words));
    assertThat(flow.condition("Stalled")).isEqualTo("True");
    assertThat(flow.condition("Ready")).isEqualTo("False");
    assertThat(flow.status("phase")).isEqualTo("Error");
    assertThat(flow.value("dataflow/orders", ".status.conditions[0].reason")).isEqualTo(reason);
  }

  private String pods() {
    return flow.kubectl("get", "pods", "-o", "name");
  }

  @Test
  void aSecretThatGoesAndComesBackStopsNothing() {
    flow.secret("database", "url", "postgres://db/shop");
    flow.apply(SECRET_SPEC);
    untilItRuns();
    var pods = pods();
    flow.kubectl("delete", "secret", "database");
    untilStalledBy("SecretResolutionFailed", "Secret `database` is not there");
    assertThat(pods()).isEqualTo(pods);
    flow.secret("database", "url", "postgres://db/shop");
    untilItRuns();
    assertThat(pods()).isEqualTo(pods);
  }

  @Test
  void anImageThatComesLate() {
    flow.apply(FlowCase.KAFKA + "processorImage: " + GONE + "\n");
    untilStalledBy("ImagePullBackOff", GONE);
    kubelet.provideImage(GONE);
    untilItRuns();
  }

  @Test
  void aQuotaOfPodsThatIsUsedUp() {
    quota("pods=0");
    flow.apply(FlowCase.KAFKA);
    untilStalledBy("PodsRefused", "exceeded quota: none");
    flow.kubectl("delete", "quota", "none");
    untilItRuns();
  }

  @Test
  void aQuotaOfConfigMapsThatIsUsedUp() {
    quota("count/configmaps=1");
    flow.apply(FlowCase.KAFKA);
    untilStalledBy("ConfigMapFailed", "exceeded quota: none");
    flow.kubectl("delete", "quota", "none");
    untilItRuns();
  }

  private void quota(String hard) {
    flow.kubectl("create", "quota", "none", "--hard=" + hard);
    flow.until("the quota", () -> !flow.value("quota/none", ".status.hard").isEmpty());
  }

  @Test
  void aPolicyThatRefusesTheDeployment() {
    Clusters.shared().apply(policy());
    flow.until(
        "the policy",
        () ->
            !flow.answer("create", "deployment", "probe", "--image=x", "--dry-run=server")
                .succeeded());
    flow.apply(FlowCase.KAFKA);
    untilStalledBy("DeploymentFailed", "ask the platform team");
    assertThat(flow.events()).anyMatch(event -> event.startsWith("DeploymentFailed: Failed to"));
    flow.kubectl("delete", "validatingadmissionpolicybinding", flow.namespace());
    untilItRuns();
    flow.kubectl("delete", "validatingadmissionpolicy", flow.namespace());
  }

  private String policy() {
    return """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicy
    metadata: {name: %1$s}
    spec:
      matchConstraints:
        resourceRules:
          - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}
      validations:
        - {expression: "false", message: "no Deployments here: ask the platform team"}
    ---
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicyBinding
    metadata: {name: %1$s}
    spec:
      policyName: %1$s
      validationActions: [Deny]
      matchResources:
        namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %1$s}}
    """
        .formatted(flow.namespace());
  }
}
