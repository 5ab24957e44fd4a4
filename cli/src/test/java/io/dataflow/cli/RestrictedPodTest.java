package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dataflow.testbed.Await;
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
    var words = new ArrayList<>(starter());
    words.addAll(List.of("sh", "-c", "! touch '" + folder + "/x' && touch '" + temporary + "/x'"));
    var probe = new ProcessBuilder(words).redirectErrorStream(true).start();
    probe.getInputStream().readAllBytes();
    assumeTrue(probe.waitFor() == 0, "no namespaces for ordinary users here");
  }

  @Test
  void readsTopicsOfEveryCompression() throws Exception {
    var flow = KafkaFlow.fresh();
    for (var compression : List.of("gzip", "snappy", "lz4", "zstd")) {
      flow.produce(100, compression);
    }
    var port = FreePort.any();
    var words = List.of("processor", "--spec-path=" + flow.manifest(folder), "--port=" + port);
    var environment = Map.of("HOME", "", "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    var log = folder.resolve("log");
    try (var process = CommandProcess.start(log, starter(), words, environment)) {
      Await.until("the records", LIMIT, () -> flow.written().size() == 400);
      assertThat(Http.get(port, "/status")).contains("\"processedCount\":400,\"errorCount\":0");
      assertThat(process.endsOn("TERM", LIMIT)).as(process.output()).isZero();
      assertThat(process.output()).doesNotContain("\"WARN\"", "\"ERROR\"", "Exception");
    }
  }

  /// A namespace in which all is read-only but the folder for temporary files.
  private List<String> starter() throws IOException {
    var script = "mount -o remount,bind,ro / && mount -t tmpfs tmpfs \"$0\" && cd / && exec \"$@\"";
    return List.of("unshare", "-Urm", "sh", "-c", script, temporary.toString());
  }
}
