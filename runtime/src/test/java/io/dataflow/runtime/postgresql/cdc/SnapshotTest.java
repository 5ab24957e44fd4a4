package io.dataflow.runtime.postgresql.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.source.SourceRoute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The rows that are there already, and what happens meanwhile.
class SnapshotTest {
  private final MemoryCheckpointStore positions = new MemoryCheckpointStore();

  private static FollowedTable table(String more) {
    return FollowedTable.fresh("id int PRIMARY KEY, note text", more);
  }

  private SourceRoute route(FollowedTable table) {
    return new SourceRoute("postgresql-cdc", table, positions);
  }

  private static List<Integer> numbers(int to) {
    return IntStream.rangeClosed(1, to).boxed().toList();
  }

  @Test
  void nothingIsLostOrRepeatedBetweenTheRowsAndTheChanges() throws UnavailableException {
    var table = table("");
    table.addNumbered(1, 20_000);
    try (var route = route(table)) {
      var writer =
          CompletableFuture.runAsync(
              () -> {
                for (int id = 20_001; id <= 20_400; id++) {
                  table.addNumbered(id, id);
                }
              });
      route.start();
      writer.join();
      route.until(20_400).untilIdle();
      assertThat(route.size()).isEqualTo(20_400);
      assertThat(new HashSet<>(route.ids())).hasSize(20_400);
    }
  }

  @Test
  void isNotReadAgain() throws UnavailableException {
    var table = table("");
    table.addNumbered(1, 5000);
    for (int start = 0; start < 2; start++) {
      try (var route = route(table).start()) {
        route.untilIdle();
        assertThat(route.size()).isEqualTo(start == 0 ? 5000 : 0);
      }
    }
  }

  @Test
  void isReadAtEachStartWithAlways() throws UnavailableException {
    var table = table(", snapshotMode: always");
    table.addNumbered(1, 10);
    for (int start = 0; start < 2; start++) {
      try (var route = route(table).start()) {
        route.untilIdle();
        assertThat(route.ids()).isEqualTo(numbers(10));
      }
    }
  }

  @Test
  void isNotReadWithNever() throws UnavailableException {
    var table = table(", snapshotMode: never");
    table.addNumbered(1, 10);
    try (var route = route(table).start()) {
      route.untilIdle();
      table.addNumbered(11, 11);
      assertThat(route.until(1).ids()).containsExactly(11);
    }
  }

  @Test
  void anInterruptedOneIsTakenUpAndNothingIsLost() throws UnavailableException {
    var table = table("");
    table.addNumbered(1, 20_000);
    var read = new ArrayList<Integer>();
    try (var route = route(table)) {
      route.taking(
          batch -> {
            if (!route.batches().isEmpty()) {
              throw new IllegalStateException("one batch is enough");
            }
            route.keep(batch);
          });
      route.start().until("a batch", () -> !route.batches().isEmpty());
      read.addAll(route.ids());
    }
    table.run("DELETE FROM %s WHERE id = 20000");
    table.addNumbered(20_001, 20_001);
    try (var route = route(table).start()) {
      route.untilIdle();
      read.addAll(route.ids());
    }
    var all = new HashSet<>(numbers(20_001));
    assertThat(new HashSet<>(read)).isEqualTo(all);
  }
}
