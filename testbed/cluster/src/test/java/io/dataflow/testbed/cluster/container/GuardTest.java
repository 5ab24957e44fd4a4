package io.dataflow.testbed.cluster.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardTest {
  @Test
  void killsContainersAndTheirChildrenWhenTheJvmIsKilled() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    var path = System.getProperty("java.class.path");
    var jvm = new ProcessBuilder(java, "-cp", path, Guarded.class.getName()).start();
    var processes =
        new String(jvm.getInputStream().readAllBytes())
            .lines()
            .map(pid -> ProcessHandle.of(Long.parseLong(pid)))
            .flatMap(Optional::stream)
            .toList();
    assertThat(processes).hasSize(2).allMatch(ProcessHandle::isAlive);
    jvm.destroyForcibly().waitFor();
    Await.until(
        "the end of the container",
        Duration.ofSeconds(20),
        () -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }
}
