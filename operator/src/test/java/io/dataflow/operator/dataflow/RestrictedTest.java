package io.dataflow.operator.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.RunningOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A namespace that takes restricted pods alone takes processors, whatever they need.
class RestrictedTest {
  @RegisterExtension static final RunningOperator OPERATOR = new RunningOperator();

  private final FlowCase flow = FlowCase.fresh();

  @ParameterizedTest(name = "checkpoint {0}, secrets {1}")
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void takesProcessors(boolean checkpoint, boolean secrets) {
    restrict();
    flow.secret("database", "url", "postgres://db/shop");
    var spec =
        secrets
            ? FlowCase.TABLE.replace(
                "connectionString: \"postgres://db/shop\"",
                "connectionStringSecretRef: {name: database, key: url}")
            : FlowCase.TABLE;
    flow.apply(spec + "checkpointPersistence: " + checkpoint + "\n");
    flow.until("a pod", () -> flow.condition("Ready").equals("True"));
    var token = ".items[0].spec.automountServiceAccountToken";
    assertThat(flow.value("pods", token)).isEqualTo(String.valueOf(checkpoint));
  }

  private void restrict() {
    flow.kubectl(
        "label", "namespace", flow.namespace(), "pod-security.kubernetes.io/enforce=restricted");
  }

  @Test
  void takesNoOthers() {
    restrict();
    assertThat(flow.answer("run", "free", "--image=free").errors())
        .contains("violates PodSecurity");
  }
}
