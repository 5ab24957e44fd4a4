package io.dataflow.operator;

import io.dataflow.operator.desired.FlowName;
import io.dataflow.operator.reconcile.PhaseMeter;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The operator's command line (contract 6.1).
@Command(
    name = "manager",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    header = "Makes processors of DataFlows, and says how they are.")
final class ManagerCommand implements Callable<Integer> {
  private final OperatorSettings settings;
  private final CountDownLatch ended = new CountDownLatch(1);

  @Option(
      names = "--metrics-bind-address",
      paramLabel = "ADDRESS",
      description = "Where `/metrics` answers.")
  private String metrics = ":9090";

  @Option(
      names = "--health-probe-bind-address",
      paramLabel = "ADDRESS",
      description = "Where `/healthz` and `/readyz` answer.")
  private String health = ":9091";

  @Option(
      names = "--log-file",
      paramLabel = "FILE",
      description = "Where the log goes; standard output when left out.")
  private Optional<String> logFile = Optional.empty();

  @Option(
      names = {
        "--zap-devel",
        "--zap-encoder",
        "--zap-log-level",
        "--zap-stacktrace-level",
        "--zap-time-encoding"
      },
      hidden = true,
      arity = "0..1",
      description = "Accepted, because manifests in the field have them, and without effect.")
  private List<String> zap = List.of();

  ManagerCommand(Map<String, String> environment) {
    this.settings = new OperatorSettings(environment);
  }

  @Override
  public Integer call() throws InterruptedException {
    try (var client = new KubernetesClientBuilder().build();
        var operator = new DataFlowOperator(client, settings, "dev", new NoMeter())) {
      Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "stop"));
      operator.start(settings.namespace().isPresent());
      ended.await();
    }
    return 0;
  }

  private static final class NoMeter implements PhaseMeter {
    @Override
    public void note(FlowName flow, String phase) {}

    @Override
    public void forget(FlowName flow) {}
  }
}
