package io.dataflow.operator;

import io.dataflow.operator.metrics.OperatorMeters;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.server.Await;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The operator in the test's own JVM, against the shared control plane, as the administrator.
public final class OperatorRun implements AutoCloseable {
  private static final Path CRDS = Path.of("../helm/dataflow-operator/files").toAbsolutePath();

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final KubernetesClient client;
  private final OperatorMeters meters = new OperatorMeters();
  private final DataFlowOperator operator;

  private OperatorRun(KubernetesClient client, Map<String, String> environment, Clock clock) {
    this.client = client;
    operator =
        new DataFlowOperator(
            client,
            new OperatorSettings(environment),
            meters,
            clock,
            Optional.empty(),
            () -> {
              throw new IllegalStateException("there is nothing that it could lose");
            });
  }

  /// Starts it, with the CRD in the cluster.
  public static OperatorRun start(String... environment) {
    return start(Clusters.shared().newClient(), Clock.systemUTC(), environment);
  }

  /// The same, by another clock.
  public static OperatorRun startBy(Clock clock) {
    return start(Clusters.shared().newClient(), clock);
  }

  /// The same as this user of the cluster.
  public static OperatorRun startAs(String user) {
    try (var administrator = Clusters.shared().newClient()) {
      var access = administrator.getConfiguration();
      access.setImpersonateUsername(user);
      return start(new KubernetesClientBuilder().withConfig(access).build(), Clock.systemUTC());
    }
  }

  /// The same, disturbed.
  public static OperatorRun startWith(RequestInterceptor disturbance) {
    try (var administrator = Clusters.shared().newClient()) {
      return start(
          new KubernetesClientBuilder()
              .withConfig(administrator.getConfiguration())
              .withHttpClientBuilderConsumer(
                  builder -> builder.addOrReplaceInterceptor("moment", disturbance))
              .build(),
          Clock.systemUTC());
    }
  }

  private static OperatorRun start(KubernetesClient client, Clock clock, String... environment) {
    installCrd();
    var variables = new HashMap<String, String>();
    variables.put("PROCESSOR_IMAGE", "dataflow:test");
    variables.put("STATUS_INTERVAL_SECONDS", "1");
    variables.put("STATUS_COUNTERS_INTERVAL_SECONDS", "1");
    for (int i = 0; i < environment.length; i += 2) {
      variables.put(environment[i], environment[i + 1]);
    }
    var run = new OperatorRun(client, variables, clock);
    run.operator.start();
    return run;
  }

  /// Puts the CRDs into the cluster and waits until it is served.
  public static void installCrd() {
    var plane = Clusters.shared();
    plane.kubectl("apply", "--server-side", "--force-conflicts", "-f", CRDS.toString()).orThrow();
    // `kubectl wait` gives up at once on a definition that has no status yet.
    Await.until(
        "the API server to serve DataFlows",
        LIMIT,
        () -> plane.kubectl("get", "dataflows,dataflowcrons", "-A").succeeded());
  }

  /// The metrics page's text of the operator itself.
  public String metrics() {
    return meters.scrape();
  }

  @Override
  public void close() {
    operator.close();
    client.close();
  }
}
