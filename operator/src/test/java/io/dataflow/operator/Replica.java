package io.dataflow.operator;

import io.dataflow.kubernetes.leader.LeaderElection;
import io.dataflow.kubernetes.leader.LeaderFence;
import io.dataflow.kubernetes.leader.LeaseTimings;
import io.dataflow.operator.metrics.OperatorMeters;
import io.dataflow.testbed.cluster.Clusters;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// One of several replicas of the operator, in the test's own JVM.
public final class Replica implements AutoCloseable {
  private static final LeaseTimings TIMES =
      new LeaseTimings(Duration.ofSeconds(4), Duration.ofSeconds(3), Duration.ofMillis(300));

  private final RequestFreeze freeze = new RequestFreeze();
  private final List<String> written = new CopyOnWriteArrayList<>();
  private final KubernetesClient quick = client(Map.of("freeze", freeze));
  private final LeaderElection election;
  private final KubernetesClient client;
  private final DataFlowOperator operator;
  private volatile boolean lost;

  private Replica(String namespace, String name) {
    election = new LeaderElection(quick, namespace, "replicas", name, TIMES);
    client =
        client(
            Map.of(
                "1-freeze",
                freeze,
                "2-fence",
                new LeaderFence(election::isLeader),
                "3-note",
                new Interceptor() {
                  @Override
                  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
                    if (!request.method().equals("GET")) {
                      written.add(request.method() + " " + request.uri().getPath());
                    }
                  }
                }));
    operator =
        new DataFlowOperator(
            client,
            new OperatorSettings(Map.of("PROCESSOR_IMAGE", "dataflow:test")),
            new OperatorMeters(),
            Clock.systemUTC(),
            Optional.of(election),
            () -> lost = true);
    operator.start();
  }

  /// Starts one that leads when no other does, by a Lease in this namespace.
  public static Replica start(String namespace, String name) {
    OperatorRun.installCrd();
    return new Replica(namespace, name);
  }

  private static KubernetesClient client(Map<String, Interceptor> interceptors) {
    try (var administrator = Clusters.shared().newClient()) {
      return new KubernetesClientBuilder()
          .withConfig(administrator.getConfiguration())
          .withHttpClientBuilderConsumer(
              builder ->
                  interceptors.entrySet().stream()
                      .sorted(Map.Entry.comparingByKey())
                      .forEach(it -> builder.addOrReplaceInterceptor(it.getKey(), it.getValue())))
          .build();
    }
  }

  /// Holds all that it sends.
  public RequestFreeze freeze() {
    return freeze;
  }

  /// Whether it leads.
  public boolean leads() {
    return election.isLeader();
  }

  /// Whether it has been told to end, as it does not lead any more.
  public boolean isLost() {
    return lost;
  }

  /// All that it has written, but for its Lease.
  public List<String> written() {
    return List.copyOf(written);
  }

  /// Stops it in order.
  public void stop() {
    operator.close();
  }

  @Override
  public void close() {
    freeze.end();
    operator.close();
    client.close();
    quick.close();
  }
}
