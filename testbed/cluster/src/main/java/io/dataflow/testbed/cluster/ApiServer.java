package io.dataflow.testbed.cluster;

import io.dataflow.testbed.server.Certificate;
import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.Lifecycle;
import io.dataflow.testbed.server.Ports;
import io.dataflow.testbed.server.ServerProcess;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// The real kube-apiserver: RBAC, service accounts, admission and validation as on a real cluster.
///
/// A test may stop it and start it again, which cuts every watch; what it has stored stays.
public final class ApiServer implements AutoCloseable {
  private final Folder folder = Folder.temporary("apiserver");
  private final int port = Ports.free();
  private final Certificate certificate = Certificate.create(folder);
  private final Access access = Access.fresh(port, certificate.caFile());
  private final KubernetesClient impatient = access.client(0);
  private final Lifecycle lifecycle;

  ApiServer(Binaries binaries, Etcd etcd) {
    folder.write("tokens.csv", access.tokenLine());
    var command = command(binaries, etcd);
    lifecycle =
        new Lifecycle(
            folder,
            "TERM",
            () ->
                ServerProcess.start("kube-apiserver", command, log())
                    .ready("say that it is ready", this::isReady));
    lifecycle.start();
  }

  /// Service addresses are loopback addresses too, so that something can listen on them here; they
  /// differ from run to run, because two runs may share the machine.
  private List<String> command(Binaries binaries, Etcd etcd) {
    var key = certificate.keyFile();
    return binaries.command(
        "kube-apiserver",
        "--etcd-servers=" + etcd.url(),
        "--bind-address=127.0.0.1",
        "--advertise-address=127.0.0.1",
        "--secure-port=" + port,
        "--endpoint-reconciler-type=none",
        "--service-cluster-ip-range=127."
            + ThreadLocalRandom.current().nextInt(16, 128)
            + ".0.0/16",
        "--tls-cert-file=" + certificate.certFile(),
        "--tls-private-key-file=" + key,
        "--token-auth-file=" + folder.file("tokens.csv"),
        "--authorization-mode=RBAC",
        "--allow-privileged=true",
        "--disable-admission-plugins=TaintNodesByCondition",
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-signing-key-file=" + key,
        "--service-account-key-file=" + key,
        "--kubelet-preferred-address-types=InternalIP");
  }

  private boolean isReady() {
    return "ok".equals(impatient.raw("/readyz"));
  }

  /// A client that asks once and not again.
  KubernetesClient impatient() {
    return impatient;
  }

  Access access() {
    return access;
  }

  /// Where its files are, and those of whoever talks to it.
  Folder folder() {
    return folder;
  }

  public Certificate certificate() {
    return certificate;
  }

  /// The file with everything that it has said.
  public Path log() {
    return folder.file("kube-apiserver.log");
  }

  /// Stops it; what is stored stays.
  public void stop() {
    lifecycle.stop();
  }

  /// Kills it (SIGKILL), so that connections end without a word; what is stored stays.
  public void kill() {
    lifecycle.kill();
  }

  /// Starts it on the same address, where it does not run.
  public void start() {
    lifecycle.start();
  }

  /// Stops it where it runs, and starts it on the same address.
  public void restart() {
    lifecycle.restart();
  }

  @Override
  public void close() {
    impatient.close();
    lifecycle.kill();
    lifecycle.close();
  }
}
