package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Servers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--until-exhausted`: a processor that a schedule starts ends when it has moved what was there.
class ExhaustedProcessorTest {
  private final NumberTable from = NumberTable.keyless();
  private final NumberTable to = NumberTable.keyless();

  @TempDir Path folder;

  @BeforeEach
  void fill() {
    from.run("INSERT INTO numbers SELECT n, 'n' || n FROM generate_series(1, 12000) n");
  }

  @Test
  void aTableIsReadToItsEndAndTheNextRunBringsWhatCameSince() {
    var source = from.connector("changeTrackingColumn: seq", "orderByColumn: seq");
    assertThat(run(source)).isZero();
    assertThat(to.rows()).isEqualTo(12_000);
    from.run("INSERT INTO numbers VALUES (12001, 'new')");
    assertThat(run(source)).isZero();
    assertThat(to.rows()).isEqualTo(12_001);
  }

  @Test
  void aQueryWithoutACursorIsReadOnce() {
    var query =
        "{type: postgresql, config: {connectionString: '%s', query: SELECT * FROM numbers}}"
            .formatted(Servers.postgresql().connectionString(from.database()));
    assertThat(run(query)).isZero();
    assertThat(to.rows()).isEqualTo(12_000);
  }

  private int run(String source) {
    var manifest = Manifest.of(source, to.connector()).in(folder);
    var position = folder.resolve("position").toString();
    try (var process =
        ProcessorProcess.pod(manifest, "--until-exhausted", "--checkpoint", position)) {
      return process.end();
    }
  }
}
