package io.dataflow.testbed.cluster.container;

import io.dataflow.testbed.cluster.node.StuckException;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Asks a container once how it is: over HTTP or TCP at the pod's own address, or by a command.
record ProbeCheck(LaunchPlan plan, Duration timeout) {

  boolean passes(Probe probe) throws InterruptedException {
    try {
      if (probe.getHttpGet() != null) {
        return http(probe.getHttpGet());
      }
      if (probe.getTcpSocket() != null) {
        return tcp(probe.getTcpSocket());
      }
      if (probe.getExec() != null) {
        return exec(probe.getExec().getCommand());
      }
      throw new StuckException("Unhealthy", "the FakeKubelet has no gRPC probes");
    } catch (IOException failed) {
      return false;
    }
  }

  boolean http(HTTPGetAction action) throws IOException, InterruptedException {
    if ("HTTPS".equals(action.getScheme())) {
      throw new StuckException("Unhealthy", "the FakeKubelet has no probes over HTTPS");
    }
    var host = Optional.ofNullable(action.getHost()).orElse(plan.pod().ip());
    var path = Optional.ofNullable(action.getPath()).orElse("/");
    var address = "http://" + host + ":" + plan.pod().port(action.getPort()) + path;
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(timeout);
    action.getHttpHeaders().forEach(header -> request.header(header.getName(), header.getValue()));
    var answer = plan.pod().host().http().send(request.build(), BodyHandlers.discarding());
    return answer.statusCode() >= 200 && answer.statusCode() < 400;
  }

  private boolean tcp(TCPSocketAction action) throws IOException {
    var host = Optional.ofNullable(action.getHost()).orElse(plan.pod().ip());
    try (var socket = new Socket()) {
      var address = new InetSocketAddress(host, plan.pod().port(action.getPort()));
      socket.connect(address, Math.toIntExact(timeout.toMillis()));
      return socket.isConnected();
    }
  }

  private boolean exec(List<String> command) throws IOException, InterruptedException {
    var log = plan.pod().folder().container(plan.container().getName()).resolve("probe.log");
    var process = plan.start(command, log);
    try {
      return process.endsWithin(timeout) && process.await() == 0;
    } finally {
      process.kill();
    }
  }
}
