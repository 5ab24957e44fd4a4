package io.dataflow.cluster;

import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.PostgresqlServer;
import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import io.dataflow.testbed.cluster.kubelet.KubeletSettings;
import io.dataflow.testbed.server.ServerException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A control plane whose pods run, with the operator in it, and a Kafka and a PostgreSQL beside it.
record LocalCluster(
    Distribution distribution, ControlPlane plane, FakeKubelet kubelet, Backends backends)
    implements AutoCloseable {
  private static final Duration PROBES = Duration.ofMillis(500);

  /// Starts everything, servers at the same time.
  static LocalCluster start(Startup startup) {
    var distribution = Distribution.find();
    var broker = CompletableFuture.supplyAsync(() -> startup.step("Kafka", KafkaServer::start));
    var database =
        CompletableFuture.supplyAsync(() -> startup.step("PostgreSQL", PostgresqlServer::start));
    var plane = startup.step("etcd, kube-apiserver, kube-controller-manager", ControlPlane::start);
    var cluster =
        new LocalCluster(
            distribution,
            plane,
            kubelet(distribution).start(plane),
            new Backends(joined(broker), joined(database)));
    startup.step(
        "DataFlow's definition, and the operator as a pod",
        () -> {
          new OperatorInstallation(plane, distribution).install();
          return plane;
        });
    return cluster;
  }

  /// Runs `/processor` and `/manager` as an image would.
  static KubeletSettings kubelet(Distribution distribution) {
    return FakeKubelet.with("/processor", distribution.processor())
        .with("/manager", distribution.manager())
        .withProbePeriod(PROBES);
  }

  private static <T> T joined(CompletableFuture<T> server) {
    try {
      return server.join();
    } catch (CompletionException failure) {
      throw new ServerException(failure.getCause().getMessage(), failure.getCause());
    }
  }

  @Override
  public void close() {
    kubelet.close();
    plane.close();
    backends.close();
  }
}
