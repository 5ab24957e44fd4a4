package io.dataflow.operator.dataflow;

import io.dataflow.testbed.cluster.kubelet.FakeKubelet;
import io.dataflow.testbed.cluster.kubelet.KubeletSettings;
import io.dataflow.testbed.server.Folder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What runs for `/processor` where nothing has to be processed: it is ready, and it has always the
/// same to say of itself.
final class FakeProcessor {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");

  private FakeProcessor() {}

  /// Settings of a kubelet that runs it.
  static KubeletSettings kubelet() {
    var pages = Folder.temporary("pages");
    pages.write("readyz", "ok");
    pages.write("livez", "ok");
    var server =
        "exec %s -Xmx32m -XX:TieredStopAtLevel=1 -m jdk.httpserver -b $BIND_ADDRESS -p 9090 -d %s";
    return FakeKubelet.with(
            "/processor", List.of("/bin/sh", "-c", server.formatted(JAVA, pages.path())))
        .withProbePeriod(Duration.ofMillis(300));
  }
}
