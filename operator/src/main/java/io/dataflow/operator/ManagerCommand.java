package io.dataflow.operator;

import io.dataflow.kubernetes.http.ListenAddress;
import io.dataflow.kubernetes.leader.LeaderElection;
import io.dataflow.kubernetes.leader.LeaderFence;
import io.dataflow.kubernetes.leader.LeaseTimings;
import io.dataflow.operator.metrics.OperatorMeters;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The operator's command line (`docs/install.md`).
@Command(
    name = "manager",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    header = "Makes processors of DataFlows, and says how they are.")
final class ManagerCommand implements Callable<Integer> {
  private static final Duration GRACE = Duration.ofSeconds(25);

  private final OperatorSettings settings;
  private final OperatorMeters meters = new OperatorMeters();
  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean lost;

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
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
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
  public Integer call() throws Exception {
    settings.startLog(logFile);
    try (var client = new KubernetesClientBuilder().build();
        var quick = LeaderElection.quick(client.getConfiguration())) {
      return work(client, settings.namespace().map(namespace -> election(quick, namespace)));
    } finally {
      done.countDown();
    }
  }

  private LeaderElection election(KubernetesClient client, String namespace) {
    var identity = settings.identity().orElseGet(() -> UUID.randomUUID().toString());
    return new LeaderElection(
        client, namespace, DataFlowOperator.LEASE, identity, LeaseTimings.DEFAULT);
  }

  private int work(KubernetesClient client, Optional<LeaderElection> election) throws Exception {
    var fence = new LeaderFence(() -> election.map(LeaderElection::isLeader).orElse(true));
    try (var fenced = fence.client(client.getConfiguration());
        var operator =
            new DataFlowOperator(
                fenced, settings, meters, Clock.systemUTC(), election, this::follow);
        var ports = new OperatorEndpoints(settings, meters, operator)) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stop"));
      ports.open(address(metrics), address(health), client);
      operator.start();
      told.await();
      // Before the ports, which may still have somebody to answer: another replica waits.
      operator.close();
    }
    return lost ? 1 : 0;
  }

  /// Ends the process, which restarts and waits until it can lead.
  private void follow() {
    lost = true;
    told.countDown();
  }

  /// Lets the reconciles in hand end before the process does.
  private void end() {
    told.countDown();
    try {
      done.await(GRACE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ListenAddress address(String flag) {
    return ListenAddress.parse(flag, settings.bindAddress());
  }
}
