package io.dataflow.operator.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.RunningOperator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a person does with a flow by kubectl, and reads.
class DescribeTest {
  private static final String TWO_SECRETS =
      FlowCase.KAFKA
          .replace("topic: orders", "topicSecretRef: {name: topics, key: orders}")
          .replace(
              "connectionString: \"postgres://db/shop\"",
              "connectionStringSecretRef: {name: database, key: url}");

  @RegisterExtension static final RunningOperator OPERATOR = new RunningOperator();

  private final FlowCase flow = FlowCase.fresh();

  /// The cells of the flow's line, without those that are empty, as the age at times is.
  private List<String> wideLine() {
    var lines = flow.kubectl("get", "df", "-o", "wide").lines().toList();
    return List.of(lines.get(1).split(" {2,}"));
  }

  private String describe() {
    return flow.kubectl("describe", "df", "orders");
  }

  @Test
  void aFlowThatRunsIsWaitedForScaledAndSaysSo() {
    flow.apply(FlowCase.KAFKA);
    assertThat(flow.kubectl("wait", "--for=condition=Ready", "df/orders", "--timeout=60s"))
        .contains("dataflow.dataflow.dataflow.io/orders condition met");
    assertThat(flow.kubectl("rollout", "status", "deployment/df-orders", "--timeout=60s"))
        .contains("deployment \"df-orders\" successfully rolled out");
    flow.kubectl("scale", "df/orders", "--replicas=3");
    flow.kubectl("wait", "--for=jsonpath={.status.replicas}=3", "df/orders", "--timeout=60s");
    flow.kubectl("wait", "--for=condition=Reconciling=False", "df/orders", "--timeout=60s");
    assertThat(wideLine())
        .startsWith("orders", "Running", "kafka", "postgresql", "0", "0")
        .endsWith("Processor pod is running", "3", "at least once");
    assertThat(describe())
        .containsPattern("Phase: +Running")
        .containsPattern("Reason: +ProcessorRunning")
        .containsPattern("Normal +DeploymentCreated .* dataflow-controller +Created Deployment df");
    flow.kubectl("scale", "df/orders", "--replicas=0");
    flow.until("rest", () -> wideLine().containsAll(List.of("Stopped", "No replicas are wanted")));
  }

  @Test
  void aFlowThatLacksTwoThingsNamesBothInOneLine() {
    flow.apply(TWO_SECRETS);
    flow.until("an error", () -> flow.status("phase").equals("Error"));
    var description = describe();
    assertThat(description)
        .containsPattern("Stalled")
        .containsPattern("Warning +SecretResolutionFailed .* dataflow-controller +Failed to");
    var telling = "Failed to resolve secrets: spec.source.config.topicSecretRef: ";
    assertThat(description.lines().filter(line -> line.contains(telling)))
        .hasSize(4)
        .allMatch(line -> line.contains(" spec.sink.config.connectionStringSecretRef: "));
  }

  @Test
  void aTableIsNotSharedByTwo() {
    flow.apply(FlowCase.TABLE);
    assertThat(flow.answer("scale", "df/orders", "--replicas=2").errors())
        .contains("spec.replicas", "only a `kafka` source can be shared. Set it to 1.");
  }
}
