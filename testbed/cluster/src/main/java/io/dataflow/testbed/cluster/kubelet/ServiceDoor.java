package io.dataflow.testbed.cluster.kubelet;

import io.dataflow.testbed.cluster.node.PodContext;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;

/// One port of one Service: each connection goes to the same port of one of the ready pods.
final class ServiceDoor implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket();
  private final Service service;
  private final IntOrString target;
  private final Pods pods;

  private ServiceDoor(Service service, ServicePort port, Pods pods) throws IOException {
    this.service = service;
    this.target = port.getTargetPort();
    this.pods = pods;
    socket.bind(new InetSocketAddress(service.getSpec().getClusterIP(), port.getPort()));
  }

  static ServiceDoor open(Service service, ServicePort port, Pods pods) throws IOException {
    var door = new ServiceDoor(service, port, pods);
    Thread.ofVirtual().name("service " + service.getMetadata().getName()).start(door::accept);
    return door;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        Thread.startVirtualThread(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var server = connect()) {
      var answers = Thread.startVirtualThread(() -> pipe(server, client));
      pipe(client, server);
      answers.join();
    } catch (IOException refused) {
      return;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Socket connect() throws IOException {
    var ready =
        new ArrayList<>(
            pods.all().stream()
                .filter(PodOnNode::isReady)
                .map(PodOnNode::context)
                .filter(this::isMeant)
                .toList());
    if (ready.isEmpty()) {
      throw new IOException("no pod of the service is ready");
    }
    Collections.shuffle(ready);
    return new Socket(ready.getFirst().ip(), ready.getFirst().port(target));
  }

  private boolean isMeant(PodContext pod) {
    Map<String, String> labels = pod.pod().getMetadata().getLabels();
    return pod.namespace().equals(service.getMetadata().getNamespace())
        && labels.entrySet().containsAll(service.getSpec().getSelector().entrySet());
  }

  /// The end of what one side says is told to the other, which may go on speaking.
  private static void pipe(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException gone) {
      return;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
