package io.dataflow.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.OperatorRun;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.FakeKubelet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Flows that become bad after they were taken: the message says why, and they heal when it passes.
class TroubleTest {
  private static final String GONE = "gone:1";
  private static final String LAST_WORDS =
      """
      echo '{"instance":"a","state":"failed","message":"sink:main: no such table `orders`",\
      "processedCount":7,"errorCount":2}' > $TERMINATION_MESSAGE_PATH; exit 1\
      """;

  private static OperatorRun operator;
  private static FakeKubelet kubelet;

  private final FlowCase flow = FlowCase.fresh();

  @BeforeAll
  static void start() {
    operator = OperatorRun.start();
    kubelet =
        FakeKubelet.with("/processor", List.of("/bin/sh", "-c", LAST_WORDS))
            .withMissingImage(GONE)
            .withBackOff(Duration.ofMillis(500), Duration.ofSeconds(2))
            .start(Clusters.shared());
  }

  @AfterAll
  static void end() {
    operator.close();
    kubelet.close();
  }

  @Test
  void aProcessorThatEndsAgainAndAgainSaysWhyAndHowFarItGot() {
    flow.apply(FlowCase.KAFKA);
    flow.until("an error", () -> flow.status("phase").equals("Error"));
    assertThat(flow.status("message")).endsWith(": sink:main: no such table `orders`");
    assertThat(flow.condition("Stalled")).isEqualTo("True");
    assertThat(flow.condition("Ready")).isEqualTo("False");
    assertThat(flow.status("processedCount")).isEqualTo("7");
    assertThat(flow.status("errorCount")).isEqualTo("2");
  }

  @Test
  void anImageThatIsNotThere() {
    flow.apply(FlowCase.KAFKA + "processorImage: " + GONE + "\n");
    flow.until("an error", () -> flow.status("phase").equals("Error"));
    assertThat(flow.status("message")).contains(GONE);
  }

  @Test
  void aQuotaThatIsUsedUp() {
    flow.kubectl("create", "quota", "none", "--hard=pods=0");
    flow.apply(FlowCase.KAFKA);
    flow.until("an error", () -> flow.status("phase").equals("Error"));
    assertThat(flow.status("message")).contains("exceeded quota: none");
    flow.kubectl("delete", "quota", "none");
    flow.until("a pod", () -> flow.kubectl("get", "pods", "-o", "name").contains("pod/df-orders"));
  }

  @Test
  void anotherOwnersObjectOfTheSameNameIsLeftAsItIs() {
    flow.kubectl("create", "configmap", "df-orders-spec", "--from-literal=mine=yes");
    flow.apply(FlowCase.KAFKA);
    flow.until("an error", () -> flow.status("phase").equals("Error"));
    assertThat(flow.status("message")).contains("ConfigMap `df-orders-spec` is there already");
    assertThat(flow.value("configmap/df-orders-spec", ".data")).isEqualTo("{\"mine\":\"yes\"}");
    flow.kubectl("delete", "configmap", "df-orders-spec");
    flow.until("a Deployment", () -> flow.answer("get", "deployment", "df-orders").succeeded());
    flow.delete();
  }
}
