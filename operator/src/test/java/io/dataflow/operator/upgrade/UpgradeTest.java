package io.dataflow.operator.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.OperatorRun;
import io.dataflow.operator.secret.Digest;
import io.dataflow.operator.secret.SecretEntry;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The operator is replaced by one with another default image, on the real API server with real
/// Deployments; pods say that they are ready without being there.
class UpgradeTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String PODS = "dataflow.dataflow.io/template-hash";
  private static final String FLOW = "dataflow.dataflow.io/flow-hash";
  private static final String SUSPENDED = FlowCase.KAFKA + "maintenance: {suspended: true}\n";

  private static final String URL = "postgres://db/shop";
  private static final String WITH_SECRET =
      FlowCase.KAFKA.replace(
          "connectionString: \"postgres://db/shop\"",
          "connectionStringSecretRef: {name: database, key: url}");

  private final FakeKubelet kubelet =
      FakeKubelet.light().withMissingImage("gone:2").start(Clusters.shared());
  private OperatorRun operator = operator("old:1");

  private static OperatorRun operator(String image) {
    return OperatorRun.start("PROCESSOR_IMAGE", image, "ROLLOUT_BATCH", "2");
  }

  private void upgrade(String image) {
    operator.close();
    operator = operator(image);
  }

  @BeforeEach
  void removeTheFlowsOfOthers() {
    Clusters.shared().kubectl("delete", "dataflows", "-A", "--all", "--timeout=90s").orThrow();
  }

  @AfterEach
  void end() {
    operator.close();
    kubelet.close();
  }

  @Test
  void anImageThatDoesNotWorkStopsTheUpgradeAndAnotherOneFinishesIt() {
    var flows = Stream.generate(FlowCase::fresh).limit(6).toList();
    flows.forEach(flow -> flow.apply(FlowCase.KAFKA));
    flows.forEach(flow -> flow.until("a pod", () -> flow.condition("Ready").equals("True")));

    upgrade("gone:2");
    awaitHalt();
    assertThat(having(flows, "gone:2")).hasSize(2);
    var old = having(flows, "old:1");
    assertThat(old).hasSize(4).allMatch(flow -> flow.condition("Ready").equals("True"));
    assertThat(old).allMatch(flow -> flow.condition("Upgraded").equals("False"));

    var edited = old.getFirst().apply(FlowCase.KAFKA.replace("topic: orders", "topic: others"));
    edited.until("the image of an edited flow", () -> image(edited).equals("gone:2"));
    var suspended = old.get(1).apply(SUSPENDED);
    suspended.until("the image of a flow at rest", () -> image(suspended).equals("gone:2"));
    var fresh = FlowCase.fresh().apply(FlowCase.KAFKA);
    fresh.until("the image of a new flow", () -> image(fresh).equals("gone:2"));

    upgrade("gone:2");
    awaitHalt();
    assertThat(having(old, "old:1")).hasSize(2);

    upgrade("new:3");
    flows.forEach(flow -> flow.until("the new image", () -> image(flow).equals("new:3")));
    flows.forEach(flow -> flow.until("no mark", () -> flow.condition("Upgraded").isEmpty()));
    Await.until("the end", LIMIT, () -> metric("dataflow_operator_upgrade_flows") == 0);
    assertThat(metric("dataflow_operator_upgrade_halted")).isZero();
  }

  @Test
  void flowsOfAnOperatorThatNotedNothingAreMovedWithoutNewPods() {
    var flows = Stream.generate(FlowCase::fresh).limit(4).toList();
    flows.forEach(flow -> flow.apply(FlowCase.KAFKA));
    flows.forEach(flow -> flow.until("a pod", () -> flow.condition("Ready").equals("True")));
    operator.close();
    flows.forEach(flow -> flow.kubectl("annotate", "deployment/df-orders", PODS + "-", FLOW + "-"));
    operator = operator("old:1");
    flows.forEach(flow -> flow.until("its notes", () -> notes(flow).contains(PODS)));
    flows.forEach(flow -> flow.until("no mark", () -> !notes(flow).contains("/moving")));
    assertThat(flows)
        .allMatch(flow -> flow.kubectl("get", "replicasets", "-o", "name").lines().count() == 1);
  }

  @Test
  void flowsWhoseHashesHaveNoKeyYetAreMovedInTurnAndOnce() {
    var flows = Stream.generate(FlowCase::fresh).limit(4).toList();
    flows.forEach(flow -> flow.secret("database", "url", URL));
    flows.forEach(flow -> flow.apply(WITH_SECRET));
    flows.forEach(flow -> flow.until("a pod", () -> flow.condition("Ready").equals("True")));
    operator.close();
    flows.forEach(UpgradeTest::hashWithoutKey);
    operator = operator("gone:2");
    awaitHalt();
    var old = having(flows, "old:1");
    assertThat(old).hasSize(2);
    upgrade("new:3");
    flows.forEach(flow -> flow.until("the new image", () -> image(flow).equals("new:3")));
    flows.forEach(flow -> flow.until("no mark", () -> !notes(flow).contains("/moving")));
    assertThat(old)
        .allMatch(flow -> flow.kubectl("get", "replicasets", "-o", "name").lines().count() == 2);
  }

  // As an operator without keys has left it.
  private static void hashWithoutKey(FlowCase flow) {
    var value = new SecretEntry(flow.namespace(), "database", "url", URL);
    var hash = Digest.plain().add("1").add("").add(List.of(value)).text();
    flow.kubectl("annotate", "--overwrite", "deployment/df-orders", FLOW + "=" + hash);
    var remove = "[{\"op\": \"remove\", \"path\": \"/data/_hash-key\"}]";
    flow.kubectl("patch", "secret", "df-orders-secrets", "--type=json", "-p", remove);
  }

  private void awaitHalt() {
    Await.until("a halt", LIMIT, () -> metric("dataflow_operator_upgrade_halted") == 1);
  }

  private double metric(String name) {
    return operator
        .metrics()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static String notes(FlowCase flow) {
    return flow.value("deployment/df-orders", ".metadata.annotations");
  }

  private static List<FlowCase> having(List<FlowCase> flows, String image) {
    return flows.stream().filter(flow -> image(flow).equals(image)).toList();
  }

  private static String image(FlowCase flow) {
    return flow.value("deployment/df-orders", ".spec.template.spec.containers[0].image");
  }
}
