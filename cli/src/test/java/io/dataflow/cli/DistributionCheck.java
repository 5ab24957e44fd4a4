package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Looks at what `package` has laid out for `./dataflow`; runs after it, not with the other tests.
class DistributionCheck {
  private static final Path DISTRIBUTION = Path.of("target", "dataflow");

  @Test
  void theClassPathIsJarsAloneWithOursAmongThem() throws IOException {
    var names = names("lib");
    assertThat(names).allMatch(name -> name.endsWith(".jar"));
    for (var own : List.of("api", "runtime", "testbed", "cli")) {
      assertThat(names).filteredOn(name -> name.startsWith("dataflow-" + own + "-")).hasSize(1);
    }
    assertThat(names).filteredOn(name -> name.startsWith("kafka-clients-")).hasSize(1);
  }

  @Test
  void theBrokersJarsLieBesideAndNotAmongOurs() throws IOException {
    assertThat(names("kafka")).anyMatch(name -> name.startsWith("kafka_2.13-"));
    assertThat(names("lib")).noneMatch(name -> name.startsWith("kafka_2.13-"));
  }

  private static List<String> names(String folder) throws IOException {
    try (var files = Files.list(DISTRIBUTION.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
