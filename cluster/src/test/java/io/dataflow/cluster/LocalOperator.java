package io.dataflow.cluster;

import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.Lifecycle;
import io.dataflow.testbed.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// The operator as a process beside the cluster, with a kubeconfig, so that a test can kill it.
final class LocalOperator implements AutoCloseable {
  private final Folder folder = Folder.temporary("operator");
  private final String address;
  private final List<String> command;
  private final Lifecycle lifecycle;

  /// @param url where it finds the API server
  LocalOperator(ControlPlane plane, String url) {
    var random = ThreadLocalRandom.current();
    address = "127.3." + random.nextInt(256) + "." + random.nextInt(1, 255);
    folder.write("kubeconfig", text(plane).replace(plane.url(), url));
    command =
        new ArrayList<>(
            List.of(
                "env",
                "KUBECONFIG=" + folder.file("kubeconfig"),
                "BIND_ADDRESS=" + address,
                "STATUS_INTERVAL_SECONDS=1",
                "STATUS_COUNTERS_INTERVAL_SECONDS=1",
                "PROCESSOR_IMAGE=dataflow:local"));
    command.addAll(Distribution.find().manager());
    // The proxy between it and the API server reads HTTP/1.1.
    command.add(command.indexOf("-cp"), "-Dhttp2.disable=true");
    lifecycle = new Lifecycle(folder, "TERM", this::launch);
    lifecycle.start();
  }

  private static String text(ControlPlane plane) {
    try {
      return Files.readString(plane.kubeconfig());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private ServerProcess launch() {
    return ServerProcess.start("the operator", command, folder.file("operator.log"))
        .ready("be ready", this::isReady);
  }

  /// Starts it where it does not run; returns when it has seen all that there is.
  void start() {
    lifecycle.start();
  }

  private boolean isReady() throws IOException {
    var url = URI.create("http://" + address + ":9091/readyz").toURL();
    try (var in = url.openStream()) {
      return in.read() >= 0;
    }
  }

  /// Kills it (SIGKILL).
  void kill() {
    lifecycle.kill();
  }

  @Override
  public void close() {
    lifecycle.close();
  }
}
