package io.dataflow.testbed.cluster.container;

import io.dataflow.testbed.cluster.node.Guard;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// A JVM that runs a container, with a child of its own, until somebody kills it.
final class Guarded {
  private Guarded() {}

  public static void main(String[] words) throws Exception {
    var folder = Files.createTempDirectory("guarded");
    var shell = List.of("/bin/sh", "-c", "sleep 300 & echo $! >&2; echo $$; wait");
    var log = folder.resolve("log");
    ContainerProcess.start(shell, Map.of("PATH", System.getenv("PATH")), folder, log, new Guard());
    while (Files.readString(log).lines().count() < 2) {
      Thread.onSpinWait();
    }
    System.out.print(Files.readString(log));
    System.out.close();
    new CountDownLatch(1).await();
  }
}
