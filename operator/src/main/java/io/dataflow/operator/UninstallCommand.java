package io.dataflow.operator;

import io.dataflow.kubernetes.certificate.WebhookIdentity;
import io.dataflow.operator.uninstall.UninstallPolicy;
import io.dataflow.operator.uninstall.Uninstaller;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What the chart runs before it is uninstalled.
@Command(
    name = "uninstall",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    header = "Stops the operator and takes its finalizer off all its DataFlows.")
final class UninstallCommand implements Callable<Integer> {
  private final OperatorSettings settings;

  @Option(
      names = "--flows",
      paramLabel = "FATE",
      description = "`keep` lets processors run on, `delete` deletes all its DataFlows.")
  private UninstallPolicy flows = UninstallPolicy.KEEP;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long deleted DataFlows get to go in order.")
  private long timeout = 180;

  UninstallCommand(Map<String, String> environment) {
    settings = new OperatorSettings(environment);
  }

  @Override
  public Integer call() throws InterruptedException {
    var own =
        settings
            .deployment()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "OPERATOR_NAMESPACE and OPERATOR_DEPLOYMENT_NAME: missing. Say which"
                            + " operator is to be uninstalled."));
    try (var client = new KubernetesClientBuilder().build()) {
      var certificate = settings.webhook().map(WebhookIdentity::secret);
      new Uninstaller(client, own, settings.watchedNamespaces(), certificate)
          .run(flows, DataFlowOperator.LEASE, Duration.ofSeconds(timeout));
    }
    return 0;
  }
}
