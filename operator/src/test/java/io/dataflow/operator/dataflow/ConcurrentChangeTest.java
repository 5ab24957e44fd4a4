package io.dataflow.operator.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.OperatorRun;
import io.dataflow.operator.RequestInterceptor;
import org.junit.jupiter.api.Test;

/// What a user does while the operator writes a flow's status is not overlooked, though no other
/// event follows.
class ConcurrentChangeTest {
  private static final String MISSING_SECRET =
      FlowCase.KAFKA.replace("topic: orders", "topicSecretRef: {name: topics, key: orders}");

  private final FlowCase flow = FlowCase.fresh();

  private void changedMeanwhile(Runnable change, Runnable outcome) {
    var interceptor = new RequestInterceptor(flow.namespace() + "/dataflows/orders/status", change);
    try (var _ = OperatorRun.startWith(interceptor)) {
      flow.apply(MISSING_SECRET);
      outcome.run();
      assertThat(interceptor.isOver()).isTrue();
    }
  }

  @Test
  void aDeletion() {
    changedMeanwhile(
        () -> flow.kubectl("delete", "dataflow/orders", "--wait=false"),
        () -> flow.until("the end", () -> !flow.answer("get", "dataflow/orders").succeeded()));
  }

  @Test
  void aChange() {
    changedMeanwhile(
        () -> flow.apply(FlowCase.KAFKA),
        () -> flow.until("the new spec", () -> flow.status("observedGeneration").equals("2")));
    assertThat(flow.status("phase")).isEqualTo("Pending");
  }

  /// As of a class that is missing, or of a stack that is too small.
  @Test
  void anErrorOfTheOperatorItself() {
    changedMeanwhile(
        () -> {
          throw new StackOverflowError("made by a test");
        },
        () -> flow.until("another try", () -> flow.status("phase").equals("Error")));
  }

  @Test
  void anotherFlowOfItsName() {
    changedMeanwhile(
        () -> {
          flow.kubectl("delete", "dataflow/orders", "--wait=false");
          flow.kubectl(
              "patch",
              "dataflow/orders",
              "--type=merge",
              "-p",
              "{\"metadata\":{\"finalizers\":null}}");
          flow.apply(FlowCase.KAFKA);
        },
        () -> flow.until("its status", () -> flow.status("phase").equals("Pending")));
  }
}
