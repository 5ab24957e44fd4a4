package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dataflow.testbed.server.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The processor as a restricted pod runs it: nothing can be written but the folder for temporary
/// files, there is no home, and the working directory is the root of the file system.
class RestrictedPodTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir Path folder;
  private Path temporary;

  @BeforeEach
  void tryIt() throws Exception {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    var words = new ArrayList<>(starter("noexec"));
    words.addAll(List.of("sh", "-c", "! touch '" + folder + "/x' && touch '" + temporary + "/x'"));
    var probe = new ProcessBuilder(words).redirectErrorStream(true).start();
    probe.getInputStream().readAllBytes();
    boolean works = probe.waitFor() == 0 || System.getenv("CI") != null;
    assumeTrue(works, "no namespaces for ordinary users here");
  }

  @Test
  void readsTopicsOfEveryCompression() throws Exception {
    var flow = KafkaFlow.fresh();
    for (var compression : List.of("gzip", "snappy", "lz4", "zstd")) {
      flow.produce(100, compression);
    }
    var port = FreePort.any();
    try (var process = start(flow, port, "exec")) {
      Await.until("the records", LIMIT, () -> flow.written().size() == 400);
      assertThat(Http.get(port, "/status")).contains("\"processedCount\":400,\"errorCount\":0");
      assertThat(process.endsOn("TERM", LIMIT)).as(process.output()).isZero();
      assertThat(process.output()).doesNotContain("\"WARN\"", "\"ERROR\"", "Exception");
    }
  }

  @Test
  void endsWithTheReasonWhereNoLibraryCanBeLoaded() throws Exception {
    var flow = KafkaFlow.fresh();
    flow.produce(100, "snappy");
    try (var process = start(flow, FreePort.any(), "noexec")) {
      assertThat(process.ends(LIMIT)).isOne();
      assertThat(process.output())
          .contains("Mount the folder for temporary files without `noexec`.");
    }
  }

  private CommandProcess start(KafkaFlow flow, int port, String option) throws IOException {
    var words = List.of("processor", "--spec-path=" + flow.manifest(folder), "--port=" + port);
    var environment = Map.of("HOME", "", "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    return CommandProcess.start(folder.resolve("log"), starter(option), words, environment);
  }

  /// A namespace in which all is read-only but the folder for temporary files.
  ///
  /// @param option how that is mounted
  private List<String> starter(String option) {
    var script =
        "mount -o remount,bind,ro / && mount -t tmpfs -o %s tmpfs \"$0\" && cd / && exec \"$@\""
            .formatted(option);
    return List.of("unshare", "-Urm", "sh", "-c", script, temporary.toString());
  }
}
