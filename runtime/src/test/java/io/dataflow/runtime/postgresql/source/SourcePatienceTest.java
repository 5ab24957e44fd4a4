package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The transaction of a poll does not stay open for as long as a sink is down.
class SourcePatienceTest {
  private static final String OPEN =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND application_name = 'dataflow' AND xact_start IS NOT NULL";

  private final Database database = Database.fresh();

  @Test
  void thePollEndsAndTheNextGoesOnBehindTheBatch() throws Exception {
    database.rows("orders", 20_000);
    var held = new AtomicInteger();
    try (var flow = flow(database.source().table("orders"))) {
      flow.taking(
              batch -> {
                if (flow.batches.size() % 2 == 1 && held.getAndIncrement() < 2) {
                  flow.until("the end of the transaction", () -> open() == 0);
                }
                flow.keep(batch);
              })
          .start();
      flow.untilIdle();
      assertThat(held.get()).isGreaterThanOrEqualTo(2);
      assertThat(flow.field("id"))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 20_000).mapToObj(Integer::toString).toList());
      assertThat(flow.unavailable).isEmpty();
      assertThat(flow.failures).isEmpty();
    }
  }

  @Test
  void theLastBatchOfAPollEndsItToo() throws Exception {
    database.rows("orders", 3);
    try (var flow = flow(database.source().table("orders"))) {
      flow.taking(
              batch -> {
                flow.until("the end of the transaction", () -> open() == 0);
                flow.keep(batch);
              })
          .start();
      flow.untilIdle();
      assertThat(flow.field("id")).containsExactly("1", "2", "3");
    }
  }

  @Test
  void rowsThatTheCursorCannotTellApartAreNotLost() throws Exception {
    database.run("CREATE TABLE lines (id int, updated_at timestamptz, line int)");
    database.run("INSERT INTO lines SELECT n / 4, '2026-01-01Z', n FROM generate_series(0, 15) n");
    try (var flow = flow(database.source().table("lines").readBatchSize(3))) {
      flow.taking(
              batch -> {
                if (flow.batches.size() < 2) {
                  flow.until("the end of the transaction", () -> open() == 0);
                }
                flow.keep(batch);
              })
          .start();
      flow.untilIdle();
      // Three of the four rows of a place were taken when the poll ended: they come again.
      assertThat(flow.field("line"))
          .containsAll(IntStream.range(0, 16).mapToObj(Integer::toString).toList());
    }
  }

  @Test
  void theWatchOverABatchThatFailedEndsWithIt() throws Exception {
    database.rows("orders", 60_000);
    var attempts = new AtomicInteger();
    try (var flow = flow(database.source().table("orders"), Duration.ofMillis(300))) {
      flow.taking(
              batch -> {
                if (attempts.getAndIncrement() == 0) {
                  throw new IllegalStateException("the sink is gone");
                }
                flow.keep(batch);
              })
          .start();
      flow.untilIdle();
      assertThat(flow.messages).hasSize(60_000);
      assertThat(flow.unavailable).isEmpty();
    }
  }

  /// Without a cursor the next poll would begin again.
  @Test
  void aQueryWithoutACursorIsReadToItsEnd() throws Exception {
    var stillOpen = new AtomicLong(Long.MAX_VALUE);
    database.rows("orders", 12_000);
    try (var flow = flow(database.source().query("SELECT * FROM orders"))) {
      flow.taking(
              batch -> {
                if (batch.messages().size() == 5000) {
                  stillOpen.accumulateAndGet(open(), Math::min);
                }
                flow.keep(batch);
              })
          .start();
      flow.untilRows(12_000);
      assertThat(stillOpen).hasValue(1);
      assertThat(flow.bodies().subList(0, 12_000)).doesNotHaveDuplicates();
    }
  }

  private long open() {
    try (var connection = database.server().connection(database.name());
        var statement = connection.createStatement();
        var row = statement.executeQuery(OPEN)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private SourceFlow flow(Database.SourceBuilder source) {
    return flow(source, Duration.ofMillis(50));
  }

  private SourceFlow flow(Database.SourceBuilder source, Duration patience) {
    var built = source.build();
    var settings = PostgresqlSourceFactory.settings(built);
    return new SourceFlow(
        built, settings.withHandoverPatience(patience), new MemoryCheckpointStore(), false);
  }
}
