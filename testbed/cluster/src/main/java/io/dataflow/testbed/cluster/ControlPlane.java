package io.dataflow.testbed.cluster;

import io.dataflow.testbed.server.Await;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A real Kubernetes control plane on the loopback address: etcd, kube-apiserver and
/// kube-controller-manager, without a kubelet and without a scheduler.
///
/// Pods stay Pending until a `FakeKubelet` takes them. It starts in some seconds, keeps its data in
/// temporary folders, and ends with the JVM that started it, even when that JVM is killed.
public final class ControlPlane implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int RETRIES = 10;

  private final AtomicInteger namespaces = new AtomicInteger();
  private final Etcd etcd;
  private final ApiServer apiServer;
  private final Controllers controllers;
  private final KubernetesClient client;
  private final Path kubeconfig;
  private final Binaries binaries;
  private final Tool kubectl;
  private final Tool helm;

  private ControlPlane(Binaries binaries) {
    this.binaries = binaries;
    etcd = new Etcd(binaries);
    apiServer = new ApiServer(binaries, etcd);
    controllers = new Controllers(binaries, apiServer);
    client = newClient();
    var folder = apiServer.folder();
    kubeconfig = apiServer.access().writeKubeconfig(folder);
    kubectl = new Tool(binaries.program("kubectl"), kubeconfig, folder);
    helm = new Tool(binaries.program("helm"), kubeconfig, folder);
  }

  /// Starts a fresh one and returns when it works; the first time on a machine its programs are
  /// built, which takes some minutes.
  public static ControlPlane start() {
    return new ControlPlane(Binaries.find());
  }

  /// The administrator's client; it goes on after the API server was away.
  public KubernetesClient client() {
    return client;
  }

  /// One more client for the administrator, which the caller closes.
  public KubernetesClient newClient() {
    return newClient(RETRIES);
  }

  public KubernetesClient newClient(int retries) {
    return apiServer.access().client(retries);
  }

  /// The file with which kubectl, helm and others get in as the administrator.
  public Path kubeconfig() {
    return kubeconfig;
  }

  /// The address of the API server, `https://127.0.0.1:<port>`.
  public String url() {
    return apiServer.access().url();
  }

  /// The PEM file with the authority that vouches for the API server.
  public Path caFile() {
    return apiServer.access().caFile();
  }

  /// The API server alone, for tests that take it away for a while.
  public ApiServer apiServer() {
    return apiServer;
  }

  /// Where a program of this control plane is, `kubectl` for example.
  public Path program(String name) {
    return binaries.program(name);
  }

  /// Runs the real kubectl with these words, for at most five minutes.
  public Answer kubectl(String... words) {
    return kubectl.run("", List.of(words));
  }

  /// Runs the real kubectl with a text as its input, for `apply -f -`.
  public Answer kubectlWithInput(String input, String... words) {
    return kubectl.run(input, List.of(words));
  }

  /// Applies manifests with the real kubectl; throws what it says when it refuses.
  public void apply(String manifests) {
    kubectlWithInput(manifests, "apply", "-f", "-").orThrow();
  }

  /// Runs the real helm with these words, for at most five minutes.
  public Answer helm(String... words) {
    return helm.run("", List.of(words));
  }

  /// Makes a namespace that no other test uses, ready for pods, and returns its name.
  public String freshNamespace() {
    var name = "test-" + namespaces.incrementAndGet();
    var namespace = new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build();
    client.resource(namespace).create();
    Await.until(
        "the service account and the certificates of the namespace " + name,
        LIMIT,
        () ->
            client.serviceAccounts().inNamespace(name).withName("default").get() != null
                && client.configMaps().inNamespace(name).withName("kube-root-ca.crt").get()
                    != null);
    return name;
  }

  /// Stops everything and deletes its data.
  @Override
  public void close() {
    client.close();
    controllers.close();
    apiServer.close();
    etcd.close();
  }
}
