package io.dataflow.runtime.postgresql.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.TestTable;
import org.junit.jupiter.api.Test;

/// A table follows another one.
class ChangesIntoTableTest {
  private static final String COLUMNS = "id int PRIMARY KEY, note text, long text";

  private final FollowedTable from = FollowedTable.fresh(COLUMNS, "");
  private final TestTable to = TestTable.fresh(COLUMNS);

  private String flow(FollowedTable source, String sink, String more) {
    return """
    source: {type: postgresql-cdc, config: {%s}}
    sink: {type: postgresql, config: %s}
    %s
    """
        .formatted(source.config(), to.config().replace("}", ", " + sink + "}"), more);
  }

  private void isTheSame() {
    assertThat(to.column("ROW(id, note, long)"))
        .isEqualTo(from.table().column("ROW(id, note, long)"));
  }

  private void write(int from, int to) {
    this.from.run(
        "INSERT INTO %s SELECT n, 'n', repeat('x', 3000) FROM generate_series("
            + (from + ", " + to + ") n"));
  }

  @Test
  void insertsUpdatesDeletesAndMovedKeys() throws InterruptedException {
    from.run("ALTER TABLE %s ALTER COLUMN long SET STORAGE EXTERNAL");
    write(1, 500);
    var flow = flow(from, "upsertMode: true, hardDelete: true", "");
    assertThat(TestFlow.runUntilIdle(flow).failure()).isEmpty();
    isTheSame();
    write(501, 600);
    from.run("UPDATE %s SET note = 'changed' WHERE id BETWEEN 400 AND 550");
    from.run("DELETE FROM %s WHERE mod(id, 7) = 0");
    from.run("UPDATE %s SET id = id + 1000 WHERE id BETWEEN 100 AND 120");
    assertThat(TestFlow.runUntilIdle(flow).failure()).isEmpty();
    isTheSame();
  }

  @Test
  void eachChangeOnceHoweverOftenItStarts() throws InterruptedException {
    var never = from.with(", snapshotMode: never");
    var flow = flow(never, "batchSize: 700", "delivery: effectivelyOnce");
    assertThat(TestFlow.runUntilIdle(flow).failure()).isEmpty();
    // One transaction that is many batches, ended in its middle by a row that is refused.
    write(1, 12_000);
    to.run("ALTER TABLE %s DROP CONSTRAINT " + to.name() + "_pkey");
    to.run("ALTER TABLE %s ADD CONSTRAINT no CHECK (id <> 7777)");
    for (int start = 0; start < 2; start++) {
      assertThat(TestFlow.runUntilIdle(flow).failure()).isPresent();
      assertThat(to.count()).isEqualTo(7776);
    }
    to.run("ALTER TABLE %s DROP CONSTRAINT no");
    assertThat(TestFlow.runUntilIdle(flow).failure()).isEmpty();
    assertThat(to.count()).isEqualTo(12_000);
    isTheSame();
  }
}
