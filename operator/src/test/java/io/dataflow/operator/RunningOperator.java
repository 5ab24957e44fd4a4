package io.dataflow.operator;

import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The operator for all tests of a class, with nodes whose pods say that they are ready without
/// being there.
public final class RunningOperator implements BeforeAllCallback, AfterAllCallback {
  private final String[] environment;
  private OperatorRun operator;
  private FakeKubelet kubelet;

  /// @param environment its variables, a name and a value at a time
  public RunningOperator(String... environment) {
    this.environment = environment.clone();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    operator = OperatorRun.start(environment);
    kubelet = FakeKubelet.light().start(Clusters.shared());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    operator.close();
    kubelet.close();
  }

  /// The metrics page's text of the operator itself.
  public String metrics() {
    return operator.metrics();
  }
}
