package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.FlowRunner;
import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.TestTable;
import io.dataflow.testbed.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A flow from a table that ends at a row which its sink refuses, among rows that the cursor cannot
/// tell apart: it goes on before all of these, so none is lost, and no other row comes twice.
class StoppedAtRowTest {
  private static final int STARTS = 3;

  private final TestTable in = TestTable.fresh("n int, place int");
  private final TestTable out = TestTable.fresh("n int CHECK (n >= 0), place int");

  @TempDir Path folder;

  private FlowRunner run() throws InterruptedException {
    var flow =
        """
        source:
          type: postgresql
          config:
            connectionString: '%s'
            query: SELECT n, place FROM %s
            changeTrackingColumn: place
            orderByColumn: place
            readBatchSize: 4
        sink: {type: postgresql, config: %s}
        """
            .formatted(connection(), in.name(), out.config());
    var options =
        TestFlow.options()
            .withUntilIdle(Optional.of(TestFlow.QUIET))
            .withCheckpoint(Optional.of(folder.resolve("checkpoint.json")));
    var runner = FlowRunner.start(TestFlow.spec(flow), options);
    runner.await();
    return runner;
  }

  private static String connection() {
    return Servers.postgresql().connectionString("postgres");
  }

  /// The place that the next start goes on behind; 0 when there is none.
  private int position() throws Exception {
    var file = folder.resolve("checkpoint.json");
    return Files.exists(file)
        ? Integer.parseInt(Files.readString(file).replaceAll("\\D*(\\d+)\\D*", "$1"))
        : 0;
  }

  private static List<Integer> places(TestTable table) {
    return table.column("place").stream().map(Integer::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource({
    // The places of the rows, in batches of four, and which of them is refused.
    "1 2 3 4 5 6, 3",
    "1 2 3 4 5 6, 5",
    "1 2 2 2 3 4, 2",
    "2 2 2 2 3 4, 2",
    "2 2 2 2 2 2 3, 2",
    "1 1 2 3 3 3 3 3 4, 3",
    "1 2 3 4 4 4 4 4, 4",
    "5 5 5 5, 5"
  })
  void rowsOfOnePlaceComeAgainTogetherAndNoOthers(String places, int culprit) throws Exception {
    var rows = List.of(places.split(" ")).stream().map(Integer::valueOf).toList();
    for (int n = 0; n < rows.size(); n++) {
      in.run("INSERT INTO %s VALUES (%d, %d)".formatted(in.name(), n, rows.get(n)));
    }
    int bad = rows.lastIndexOf(culprit);
    in.run("UPDATE %s SET n = -1 WHERE n = %d".formatted(in.name(), bad));
    for (int start = 0; start < STARTS; start++) {
      assertThat(run().failure().orElseThrow()).startsWith("sink:main: ");
      var before = rows.stream().filter(place -> place < culprit).toList();
      assertThat(position()).isEqualTo(before.stream().reduce(0, Math::max));
      assertThat(places(out).stream().filter(place -> place != culprit).toList()).isEqualTo(before);
    }
    in.run("UPDATE %s SET n = %d WHERE n = -1".formatted(in.name(), bad));
    assertThat(run().failure()).isEmpty();
    var written = out.column("place || ':' || n");
    assertThat(written.stream().distinct())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, rows.size()).mapToObj(n -> rows.get(n) + ":" + n).toList());
    assertThat(written.stream().filter(row -> !row.startsWith(culprit + ":")))
        .doesNotHaveDuplicates();
  }
}
