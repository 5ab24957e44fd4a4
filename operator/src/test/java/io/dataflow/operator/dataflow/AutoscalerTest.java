package io.dataflow.operator.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.RunningOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How many processors a flow has, and who may say so.
class AutoscalerTest {
  @RegisterExtension static final RunningOperator OPERATOR = new RunningOperator();

  private final FlowCase flow = FlowCase.fresh();

  /// Nothing would tell the operator that the autoscaler is gone, and its number would stay.
  @Test
  void whatSomebodySetsOnTheDeploymentIsPutBackWhoeverItWas() {
    flow.apply(FlowCase.KAFKA);
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
    scale(4, "kube-controller-manager");
    flow.until("one pod again", () -> replicas().equals("1"));
  }

  @Test
  void theScaleSubresourceOfTheFlowItselfWorks() {
    flow.apply(FlowCase.KAFKA);
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
    flow.kubectl("scale", "dataflow/orders", "--replicas=2");
    flow.until("two pods", () -> flow.status("replicas").equals("2"));
    assertThat(flow.status("selector")).contains("dataflow.dataflow.io/name=orders");
  }

  private void scale(int replicas, String manager) {
    flow.kubectl(
        "patch",
        "deployment/df-orders",
        "--subresource=scale",
        "--type=merge",
        "--field-manager=" + manager,
        "-p",
        "{\"spec\":{\"replicas\":" + replicas + "}}");
  }

  private String replicas() {
    return flow.value("deployment/df-orders", ".spec.replicas");
  }
}
