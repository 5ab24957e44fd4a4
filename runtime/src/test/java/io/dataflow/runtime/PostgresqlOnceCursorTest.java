package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.connector.FlowException;
import org.junit.jupiter.api.Test;

/// Each row is written once only where the cursor tells all rows apart and the stored position is
/// one in its order. Where that is not so, the flow says so and writes nothing.
class PostgresqlOnceCursorTest {
  private static final int ROWS = 20;

  private final OnceTables tables = OnceTables.fresh(ROWS);

  private void refuses(String flow, String why) {
    assertThatThrownBy(() -> TestFlow.start(flow).close())
        .isInstanceOf(FlowException.class)
        .hasMessageContaining(why);
  }

  private String query(String sql) {
    return tables
        .flow("query: \"" + sql + "\", changeTrackingColumn: updated_at", "")
        .replace("table: " + tables.in().name() + ", ", "");
  }

  @Test
  void aTableWithoutAUniqueIndexOnTheCursorIsRefused() throws InterruptedException {
    tables.in().run("ALTER TABLE %s DROP CONSTRAINT %s_pkey");
    tables.in().run("CREATE UNIQUE INDEX ON %s (n) WHERE n > 5");
    tables.in().run("CREATE UNIQUE INDEX ON %s ((n + 1))");
    tables.in().run("CREATE INDEX ON %s (n)");
    refuses(
        tables.flow(""),
        "spec.source.config.orderByColumn: `delivery: effectivelyOnce` needs a cursor that tells"
            + " all rows apart, and the table `%s` has no unique index on `updated_at` and `n`,"
                .formatted(tables.in().name())
            + " nor on one of them. Name a column that is unique, or create the index.");
    tables.in().run("CREATE UNIQUE INDEX ON %s (n, updated_at)");
    assertThat(TestFlow.runUntilIdle(tables.flow("")).failure()).isEmpty();
    tables.out().hasEach(ROWS);
  }

  @Test
  void aKeyOfMoreColumnsIsNoKeyOfTheCursor() {
    tables.in().run("ALTER TABLE %s DROP CONSTRAINT %s_pkey, ADD COLUMN line int DEFAULT 1");
    tables.in().run("ALTER TABLE %s ADD PRIMARY KEY (n, line)");
    refuses(tables.flow(""), "has no unique index on `updated_at` and `n`, nor on one of them");
  }

  @Test
  void aUniqueKeyAloneIsACursor() throws InterruptedException {
    var flow = tables.flow("changeTrackingColumn: n, readBatchSize: 3", "");
    for (int start = 0; start < 2; start++) {
      assertThat(TestFlow.runUntilIdle(flow).failure()).isEmpty();
      tables.out().hasEach(ROWS);
    }
  }

  @Test
  void aQueryEndsTheFlowAtTheFirstRowsThatItCannotTellApart() throws InterruptedException {
    var twice = "SELECT a.* FROM %1$s a JOIN %1$s b ON b.n = a.n OR b.n = 3 AND a.n = 12";
    var flow = query(twice.formatted(tables.in().name()));
    for (int start = 0; start < 3; start++) {
      var run = TestFlow.runUntilIdle(flow);
      assertThat(run.failure().orElseThrow())
          .isEqualTo(
              "spec.source.config.orderByColumn: the query has two rows with the same `updated_at`"
                  + " and `n`. A restart between them would repeat one or miss one, and `delivery:"
                  + " effectivelyOnce` allows neither. Name a column that tells all rows apart, or"
                  + " remove `delivery`.");
      assertThat(tables.out().table().column("n")).doesNotHaveDuplicates();
    }
  }

  @Test
  void aQueryGoesOnWhenItIsChangedAndItsCursorIsNot() throws InterruptedException {
    TestFlow.runUntilIdle(query("SELECT * FROM " + tables.in().name()));
    tables.add(ROWS, ROWS + 5);
    TestFlow.runUntilIdle(query("SELECT n, updated_at FROM " + tables.in().name()));
    tables.add(ROWS + 5, ROWS + 10);
    TestFlow.runUntilIdle(tables.flow(""));
    tables.out().hasEach(ROWS + 10);
  }

  @Test
  void aPositionInOtherColumnsIsNotUsed() throws InterruptedException {
    TestFlow.runUntilIdle(tables.flow(""));
    refuses(
        tables
            .flow("changeTrackingColumn: n", "")
            .replace("orderByColumn: n", "orderByColumn: updated_at"),
        "spec.source.config.changeTrackingColumn: sink:main has stored a position in the order of"
            + " `updated_at` and `n` of `%1$s`, which says nothing of the table `%1$s` in the order"
                .formatted(tables.in().name())
            + " of `n` and `updated_at`. Go back to the former, or give the flow another name or"
            + " delete its rows in `spec.positionsTable` to read from the start.");
    tables.out().hasEach(ROWS);
  }

  @Test
  void aPositionOfAnotherTableIsNotUsed() throws InterruptedException {
    TestFlow.runUntilIdle(tables.flow(""));
    var other = OnceTables.fresh(3).in().name();
    refuses(
        tables.flow("").replace("table: " + tables.in().name(), "table: " + other),
        "sink:main has stored a position in the order of");
  }

  @Test
  void aViewIsReadLikeAQuery() throws InterruptedException {
    var name = tables.in().name();
    tables.in().run("CREATE VIEW %s_view AS SELECT * FROM %s");
    var flow = tables.flow("").replace("table: " + name + ",", "table: " + name + "_view,");
    assertThat(TestFlow.runUntilIdle(flow).failure()).isEmpty();
    tables.out().hasEach(ROWS);
  }
}
