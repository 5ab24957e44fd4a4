package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void movesEveryRecordToWhereItBelongs() {
    var demo = CommandLineRun.of("demo", "--records", 20_000);
    assertThat(demo.err()).isEmpty();
    assertThat(demo.code()).isZero();
    assertThat(demo.out())
        .containsSubsequence(
            "│ kafka  orders │",
            "╰─▶ errors   postgresql  rejected_orders",
            "produced 20,000   ",
            "Where they are, counted in the database:",
            "rejected_orders                  4        4  ✓",
            "together                              20,000   20,000  ✓",
            "Every one of the 20,000 records is where it belongs.",
            "From the table orders:",
            "From the table rejected_orders:",
            "`mask` cannot read the record",
            "What to look at next:");
  }

  @Test
  void wantsNumbersThatMakeSense() {
    var demo = CommandLineRun.of("demo", "--records", -1);
    assertThat(demo.code()).isEqualTo(2);
    assertThat(demo.err()).startsWith("dataflow: --records: `-1` is less than nothing.");
  }

  @Test
  void leavesNothingBehindWhenInterrupted() throws Exception {
    var words = List.of("demo", "--records", "1000000000", "--rate", "1000");
    try (var demo = CommandProcess.start(folder.resolve("log"), words)) {
      Await.until("orders", LIMIT, () -> demo.output().contains("   main "));
      var servers = demo.process().descendants().toList();
      assertThat(servers).isNotEmpty();
      demo.endsOn("INT", LIMIT);
      assertThat(demo.output()).endsWith("Stopped. The servers and all they held are gone.\n");
      Await.until(
          "the end of the servers",
          LIMIT,
          () -> servers.stream().noneMatch(ProcessHandle::isAlive));
    }
  }
}
