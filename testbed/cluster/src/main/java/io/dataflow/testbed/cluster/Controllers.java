package io.dataflow.testbed.cluster;

import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.Lifecycle;
import io.dataflow.testbed.server.ServerProcess;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.List;

/// The real kube-controller-manager, with the controllers that work without nodes of metal: a
/// Deployment becomes pods, and what has lost its owner is collected.
final class Controllers implements AutoCloseable {
  private static final List<String> CONTROLLERS =
      List.of(
          "clusterrole-aggregation-controller",
          "cronjob-controller",
          "daemonset-controller",
          "deployment-controller",
          "disruption-controller",
          "endpoints-controller",
          "endpointslice-controller",
          "garbage-collector-controller",
          "job-controller",
          "namespace-controller",
          "pod-garbage-collector-controller",
          "replicaset-controller",
          "replicationcontroller-controller",
          "resourcequota-controller",
          "root-ca-certificate-publisher-controller",
          "serviceaccount-controller",
          "serviceaccount-token-controller",
          "statefulset-controller",
          "ttl-after-finished-controller");

  private final Folder folder = Folder.temporary("controllers");
  private final KubernetesClient client;
  private final Lifecycle lifecycle;

  Controllers(Binaries binaries, ApiServer server) {
    var access = server.access();
    client = server.impatient();
    var kubeconfig = access.writeKubeconfig(folder);
    var command =
        binaries.command(
            "kube-controller-manager",
            "--kubeconfig=" + kubeconfig,
            "--authentication-kubeconfig=" + kubeconfig,
            "--authorization-kubeconfig=" + kubeconfig,
            "--controllers=" + String.join(",", CONTROLLERS),
            "--root-ca-file=" + access.caFile(),
            "--service-account-private-key-file=" + server.certificate().keyFile(),
            "--kube-api-qps=200",
            "--kube-api-burst=400",
            "--leader-elect=false",
            "--secure-port=0");
    lifecycle =
        new Lifecycle(
            folder,
            "TERM",
            () ->
                ServerProcess.start("kube-controller-manager", command, log())
                    .ready("make the first service account", this::works));
    lifecycle.start();
  }

  Path log() {
    return folder.file("kube-controller-manager.log");
  }

  private boolean works() {
    return client.serviceAccounts().inNamespace("default").withName("default").get() != null;
  }

  @Override
  public void close() {
    lifecycle.kill();
    lifecycle.close();
  }
}
