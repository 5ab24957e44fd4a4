package io.dataflow.runtime;

import static io.dataflow.runtime.LargeRecords.BAD;
import static io.dataflow.runtime.LargeRecords.BESIDE;
import static io.dataflow.runtime.LargeRecords.CAST;
import static io.dataflow.runtime.LargeRecords.CHILDREN;
import static io.dataflow.runtime.LargeRecords.FLATTEN;
import static io.dataflow.runtime.LargeRecords.all;
import static io.dataflow.runtime.LargeRecords.children;
import static io.dataflow.runtime.LargeRecords.kafka;
import static io.dataflow.runtime.LargeRecords.numbers;
import static io.dataflow.runtime.LargeRecords.parent;
import static io.dataflow.runtime.LargeRecords.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Records that become more messages than may exist at once: what is written, rejected and counted
/// is what it would be if they were few.
class LargeFlattenTest {
  private final LargeRecords large = LargeRecords.fresh();

  @ParameterizedTest
  @CsvSource({"1, atLeastOnce", "4, atLeastOnce", "1, effectivelyOnce"})
  void eachMessageIsWhereItBelongs(int workers, String delivery) throws InterruptedException {
    large
        .in()
        .send(
            parent(0, 3, 1),
            parent(1, CHILDREN, BAD),
            "no JSON",
            parent(2, CHILDREN, CHILDREN),
            parent(3, 2, 2));
    var drop = "{type: filter, when: $.p == 2, config: {condition: $.l >= 10}}";
    var flow =
        large.flow(
            kafka(large.out()),
            String.join(", ", FLATTEN, CAST, drop),
            "delivery: %s\ntransformWorkers: %d\n%s"
                .formatted(delivery, workers, large.withErrors()));
    var run = TestFlow.runUntilIdle(flow);
    assertThat(run.failure()).isEmpty();
    assertThat(written(large.out()))
        .isEqualTo(
            all(
                children(0, 3, 1),
                children(1, CHILDREN, BAD),
                List.of("no JSON"),
                children(2, CHILDREN, -1).subList(10, CHILDREN),
                children(3, 2, 2)));
    assertThat(large.errors().values())
        .hasSize(2)
        .allMatch(letter -> letter.contains("\"stage\":\"2:cast\""))
        .last()
        .matches(letter -> letter.contains("\"l\":[0,1,2,3,"));
    var counters = run.counters();
    assertThat(counters.received()).isEqualTo(5);
    assertThat(counters.acknowledged()).isEqualTo(5);
    assertThat(counters.rejected()).isEqualTo(2);
    assertThat(counters.dropped()).isEqualTo(10);
    assertThat(counters.written())
        .containsEntry("main", 2L * CHILDREN + 5 - 12 + 1)
        .containsEntry("errors", 2L);
    assertThat(large.committed()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"atLeastOnce", "effectivelyOnce"})
  void aSecondFlattenAndARouteToATable(String delivery) throws InterruptedException {
    var main = TestTable.fresh("p int, l int CHECK (l <> 7), k int");
    var odd = TestTable.fresh("p int, l int, k int");
    large.in().send(twice(1, 300, 200), twice(2, 300, 200), twice(3, 2, 2));
    var steps =
        "{type: flatten, config: {field: l}}, {type: flatten, config: {field: k}}, {type: select,"
            + " config: {fields: [p, l, k]}}, "
            + router("{type: postgresql, config: %s}".formatted(odd.config()));
    var flow =
        large.flow(
            "{type: postgresql, config: %s}".formatted(main.config()),
            steps,
            "delivery: %s\npositionsTable: %s_at\n%s"
                .formatted(delivery, main.name(), large.withErrors()));
    var run = TestFlow.runUntilIdle(flow);
    assertThat(run.failure()).isEmpty();
    assertThat(odd.column("count(*) || '/' || count(DISTINCT (l, k)) || '/' || max(p)"))
        .containsExactly("60000/60000/1");
    // The sink refuses an element of the second record, with all that has become of it.
    assertThat(main.column("count(*) || '/' || count(DISTINCT (p, l, k))"))
        .containsExactly("59804/59804");
    assertThat(large.errors().values())
        .hasSize(200)
        .allMatch(it -> it.contains("\"stage\":\"sink:main\""));
    assertThat(run.counters().written())
        .containsEntry("main", 59_804L)
        .containsEntry("route-0", 60_000L)
        .containsEntry("errors", 200L);
    assertThat(run.counters().rejected()).isEqualTo(200);
  }

  private static String twice(int number, int first, int second) {
    return "{\"p\":%d,\"l\":[%s],\"k\":[%s],\"beside\":\"%s\"}"
        .formatted(number, numbers(first), numbers(second), BESIDE);
  }

  @Test
  void deadLettersOfALongRecordComeAFewAtATime() throws InterruptedException {
    var bad = String.join(",", Collections.nCopies(40, "\"no\""));
    large.in().send("{\"l\":[1,%s,\"%s\"]}".formatted(bad, Topic.noise(500_000)));
    var run =
        TestFlow.runUntilIdle(
            large.flow(kafka(large.out()), FLATTEN + ", " + CAST, large.withErrors()));
    assertThat(run.failure()).isEmpty();
    assertThat(large.out().values()).containsExactly("{\"l\":1}");
    assertThat(large.errors().values()).hasSize(41).allMatch(letter -> letter.length() > 500_000);
    assertThat(run.counters().rejected()).isEqualTo(41);
    assertThat(run.counters().written()).containsEntry("errors", 41L);
  }

  private static String router(String sink) {
    return "{type: router, config: {routes: [{condition: $.p == 1, sink: %s}]}}".formatted(sink);
  }
}
