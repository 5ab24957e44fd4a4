package io.dataflow.operator.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.OperatorRun;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nobody finds out the value of a Secret by the hashes on a Deployment, and the key of them costs
/// a rollout only when it is lost.
class HashKeyOnTheClusterTest {
  private static final String URL = "postgres://db/shop";
  private static final String SPEC =
      FlowCase.KAFKA.replace(
          "connectionString: \"postgres://db/shop\"",
          "connectionStringSecretRef: {name: database, key: url}");

  private final FakeKubelet kubelet = FakeKubelet.light().start(Clusters.shared());
  private final FlowCase flow = FlowCase.fresh();
  private OperatorRun operator = OperatorRun.start();

  @BeforeEach
  void run() {
    flow.secret("database", "url", URL);
    flow.apply(SPEC);
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
  }

  @AfterEach
  void end() {
    operator.close();
    kubelet.close();
  }

  @Test
  void theHashIsTheOneOfTheValuesWithTheKeyAlone() {
    var hash = annotation("dataflow\\.dataflow\\.io/flow-hash");
    assertThat(hash).isEqualTo(hash(Digest.keyed(new HashKey(key()))));
    assertThat(hash).isNotEqualTo(hash(Digest.plain()));
  }

  @Test
  void theKeyStaysWithAnotherValueAndAnotherOperator() {
    var key = key();
    flow.secret("database", "url", URL + "?sslmode=require");
    flow.until("a second revision", () -> revision().equals("2"));
    assertThat(key()).isEqualTo(key);
    operator.close();
    operator = OperatorRun.start();
    flow.apply(SPEC.replace("topic: orders", "topic: others"));
    flow.until("a third revision", () -> revision().equals("3"));
    assertThat(key()).isEqualTo(key);
  }

  @Test
  void aSecretThatIsLostCostsOneRolloutAndNoMore() {
    var key = key();
    flow.kubectl("delete", "secret", "df-orders-secrets");
    flow.until("a new key", () -> !key().isEmpty() && !key().equals(key));
    flow.until("a second revision", () -> revision().equals("2"));
    flow.until("its pod", () -> flow.condition("Ready").equals("True"));
    operator.close();
    operator = OperatorRun.start();
    flow.apply(SPEC.replace("topic: orders", "topic: others"));
    flow.until("another revision", () -> !revision().equals("2"));
    flow.until("its pod", () -> flow.status("observedGeneration").equals("2"));
    assertThat(revision()).isEqualTo("3");
  }

  // Of a flow that nobody has edited, nor reset.
  private String hash(Digest digest) {
    var value = new SecretEntry(flow.namespace(), "database", "url", URL);
    return digest.add("1").add("").add(List.of(value)).text();
  }

  private String key() {
    return flow.value("secret/df-orders-secrets", ".data." + HashKey.ENTRY);
  }

  private String revision() {
    return annotation("deployment\\.kubernetes\\.io/revision");
  }

  private String annotation(String name) {
    return flow.value("deployment/df-orders", ".metadata.annotations." + name);
  }
}
