package io.dataflow.testbed.cluster.kubelet;

import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.cluster.node.AddressBlock;
import io.dataflow.testbed.cluster.node.Guard;
import io.dataflow.testbed.cluster.node.Host;
import io.dataflow.testbed.cluster.node.Images;
import io.dataflow.testbed.cluster.node.Node;
import io.dataflow.testbed.cluster.node.PodApi;
import io.dataflow.testbed.cluster.node.Warnings;
import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.ServerException;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Stands in for nodes, the scheduler, the kubelet and kube-proxy: pods run as processes of this
/// machine, and a Service's address leads to them.
///
/// There are no images and no isolation. The first word of a container's command says what runs; a
/// volume is a folder, and its path is replaced where it stands in command and environment; a pod
/// has a loopback address for itself, `BIND_ADDRESS`. Status, probes, restarts, hooks, signals and
/// logs are as on a real node. It ends with the JVM that started it, and all containers with it.
public final class FakeKubelet implements AutoCloseable {
  private final KubernetesClient client;
  private final Host host;
  private final List<Node> nodes;
  private final Pods pods;
  private final KubeletServer server;
  private final ServiceProxy proxy;
  private final List<SharedIndexInformer<?>> informers;
  private final Thread hook = new Thread(this::exit, "kubelet-exit");

  FakeKubelet(KubeletSettings settings, ControlPlane plane) {
    client = plane.newClient(1);
    var addresses = AddressBlock.claim();
    host =
        new Host(
            settings.pods(),
            new PodApi(client),
            new Warnings(client),
            new Guard(),
            addresses,
            new Images(settings.pods().missingImages()),
            Folder.temporary("kubelet"),
            HttpClient.newHttpClient(),
            URI.create(plane.url()));
    var name = "fake-" + addresses.host().split("\\.")[1];
    nodes =
        IntStream.rangeClosed(1, settings.nodes())
            .mapToObj(number -> new Node(name + "-" + number, addresses.host(), KubeletServer.PORT))
            .toList();
    pods = new Pods(host, nodes);
    server = new KubeletServer(host, plane.apiServer().certificate(), pods);
    nodes.forEach(node -> node.register(client));
    Runtime.getRuntime().addShutdownHook(hook);
    proxy = new ServiceProxy(host, pods);
    informers =
        List.of(
            client.pods().inAnyNamespace().inform(pods),
            client.services().inAnyNamespace().inform(proxy));
  }

  /// The usual settings, under which containers run what their commands say.
  public static KubeletSettings settings() {
    return KubeletSettings.USUAL;
  }

  /// Settings under which a container whose command begins with `word`, such as `/processor`, runs
  /// this command, followed by the rest of its own.
  public static KubeletSettings with(String word, List<String> command) {
    return settings().with(word, command);
  }

  /// Settings under which nothing runs and every pod says at once that it is ready, unless its
  /// image is missing.
  public static KubeletSettings light() {
    return settings().withoutProcesses();
  }

  /// Makes an image one that cannot be pulled, from the next start of a container on.
  public void withdrawImage(String image) {
    host.images().remove(image);
  }

  /// Makes a missing image one that is there.
  public void provideImage(String image) {
    host.images().add(image);
  }

  /// Kills the processes of a pod's containers (SIGKILL), as a machine short of memory does.
  public void kill(String namespace, String pod) {
    find(namespace, pod).kill();
  }

  /// The folder with a pod's volumes and, under `containers/<name>/<run>.log`, its logs.
  public Path folder(String namespace, String pod) {
    return find(namespace, pod).context().folder().path();
  }

  private PodRunner find(String namespace, String pod) {
    return pods.find(namespace, pod)
        .orElseThrow(
            () -> new ServerException("nothing runs here for the pod " + namespace + "/" + pod));
  }

  /// Kills all containers and takes its nodes, with their pods, out of the cluster.
  @Override
  public void close() {
    informers.forEach(SharedIndexInformer::close);
    proxy.close();
    pods.all().forEach(PodOnNode::drop);
    pods.all().forEach(PodOnNode::join);
    leave();
    host.api().close();
    server.close();
    client.close();
    discard();
    host.http().shutdownNow();
    host.addresses().close();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  /// Pods of which nothing ran are left to the garbage collector of pods, for there may be many.
  private void leave() {
    try {
      nodes.forEach(node -> node.leave(client));
      if (!host.settings().light()) {
        pods.all().parallelStream().forEach(pod -> host.api().remove(pod.context().pod()));
      }
    } catch (KubernetesClientException planeIsGone) {
      return;
    }
  }

  /// The JVM ends: containers are not started again when their end is seen, which would need the
  /// folder that is being deleted.
  private void exit() {
    pods.all().forEach(PodOnNode::drop);
    pods.all().forEach(PodOnNode::join);
    discard();
  }

  private void discard() {
    host.guard().close();
    host.folder().deleteIfTemporary();
  }
}
