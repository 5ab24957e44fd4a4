package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Records that become more messages than may exist at once: what is written, rejected and counted
/// is what it would be if they were few.
class LargeFlattenTest {
  private static final int CHILDREN = 50_000;
  private static final int BAD = 45_678;
  private static final String BESIDE = "x".repeat(400);
  private static final String FLATTEN = "{type: flatten, config: {field: l}}";
  private static final String CAST = "{type: cast, config: {spec: {l: int64}}}";

  private final Topic in = Topic.fresh(1);
  private final Topic out = Topic.fresh(1);
  private final Topic errors = Topic.fresh(1);

  private String flow(String sink, String steps, String more) {
    return """
    source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: %3$s}}
    sink: %4$s
    transformations: [%5$s]
    %6$s
    """
        .formatted(Topic.brokers(), in.name(), group(), sink, steps, more);
  }

  private String group() {
    return "g-" + in.name();
  }

  private static String kafka(Topic topic) {
    return "{type: kafka, config: {brokers: ['%s'], topic: %s}}"
        .formatted(Topic.brokers(), topic.name());
  }

  private String withErrors() {
    return "errors: " + kafka(errors);
  }

  private static String router(String sink) {
    return "{type: router, config: {routes: [{condition: $.p == 1, sink: %s}]}}".formatted(sink);
  }

  /// A record of this number with elements from 0, one of which may be no number.
  private static String parent(int number, int children, int bad) {
    var elements =
        IntStream.range(0, children)
            .mapToObj(i -> i == bad ? "\"no\"" : String.valueOf(i))
            .collect(Collectors.joining(","));
    return "{\"p\":%d,\"l\":[%s],\"beside\":\"%s\"}".formatted(number, elements, BESIDE);
  }

  private static String child(int parent, int element) {
    return parent + "/" + element;
  }

  private static List<String> children(int parent, int count, int bad) {
    return IntStream.range(0, count).filter(i -> i != bad).mapToObj(i -> child(parent, i)).toList();
  }

  private static List<String> written(Topic topic) {
    return topic.values().stream()
        .map(it -> it.replaceAll("\\{\"p\":(\\d+),\"l\":(\\d+),\"beside\":\"x+\"}", "$1/$2"))
        .toList();
  }

  private static List<String> written(TestTable table) {
    return table.column("p || '/' || l");
  }

  @SafeVarargs
  private static List<String> all(List<String>... parts) {
    var all = new ArrayList<String>();
    for (var part : parts) {
      all.addAll(part);
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({"1, atLeastOnce", "4, atLeastOnce", "1, effectivelyOnce"})
  void eachMessageIsWhereItBelongs(int workers, String delivery) throws InterruptedException {
    in.send(
        parent(0, 3, 1),
        parent(1, CHILDREN, BAD),
        "no JSON",
        parent(2, CHILDREN, CHILDREN),
        parent(3, 2, 2));
    var drop = "{type: filter, when: $.p == 2, config: {condition: $.l >= 10}}";
    var flow =
        flow(
            kafka(out),
            String.join(", ", FLATTEN, CAST, drop),
            "delivery: %s\ntransformWorkers: %d\n%s".formatted(delivery, workers, withErrors()));
    var run = TestFlow.runUntilIdle(flow);
    assertThat(run.failure()).isEmpty();
    assertThat(written(out))
        .isEqualTo(
            all(
                children(0, 3, 1),
                children(1, CHILDREN, BAD),
                List.of("no JSON"),
                children(2, CHILDREN, -1).subList(10, CHILDREN),
                children(3, 2, 2)));
    assertThat(errors.values())
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
    assertThat(in.committed(group())).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"atLeastOnce", "effectivelyOnce"})
  void aSecondFlattenAndARouteToATable(String delivery) throws InterruptedException {
    var main = TestTable.fresh("p int, l int CHECK (l <> 7), k int");
    var odd = TestTable.fresh("p int, l int, k int");
    in.send(twice(1, 300, 200), twice(2, 300, 200), twice(3, 2, 2));
    var steps =
        "{type: flatten, config: {field: l}}, {type: flatten, config: {field: k}}, {type: select,"
            + " config: {fields: [p, l, k]}}, "
            + router("{type: postgresql, config: %s}".formatted(odd.config()));
    var flow =
        flow(
            "{type: postgresql, config: %s}".formatted(main.config()),
            steps,
            "delivery: %s\npositionsTable: %s_at\n%s"
                .formatted(delivery, main.name(), withErrors()));
    var run = TestFlow.runUntilIdle(flow);
    assertThat(run.failure()).isEmpty();
    assertThat(odd.column("count(*) || '/' || count(DISTINCT (l, k)) || '/' || max(p)"))
        .containsExactly("60000/60000/1");
    // The sink refuses an element of the second record, with all that has become of it.
    assertThat(main.column("count(*) || '/' || count(DISTINCT (p, l, k))"))
        .containsExactly("59804/59804");
    assertThat(errors.values()).hasSize(200).allMatch(it -> it.contains("\"stage\":\"sink:main\""));
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

  private static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @CsvSource({"atLeastOnce", "effectivelyOnce"})
  void withoutAnErrorSinkNothingOfTheRecordIsWritten(String delivery) throws InterruptedException {
    in.send(parent(0, 3, 3), parent(1, CHILDREN, BAD), parent(2, 3, 3));
    var flow = flow(kafka(out), FLATTEN + ", " + CAST, "delivery: " + delivery);
    for (int start = 0; start < 3; start++) {
      var run = TestFlow.runUntilIdle(flow);
      assertThat(run.failure().orElseThrow()).startsWith("2:cast: ");
      assertThat(run.counters().acknowledged()).isEqualTo(start == 0 ? 1 : 0);
      assertThat(written(out)).containsExactlyElementsOf(children(0, 3, 3));
      assertThat(in.committed(group())).isEqualTo(1);
    }
    var mended = TestFlow.runUntilIdle(flow + withErrors());
    assertThat(mended.failure()).isEmpty();
    assertThat(written(out))
        .isEqualTo(all(children(0, 3, 3), children(1, CHILDREN, BAD), children(2, 3, 3)));
  }

  @ParameterizedTest
  @CsvSource({"atLeastOnce", "effectivelyOnce"})
  void withoutAnErrorSinkWhatIsSoundIsWrittenAndPassed(String delivery)
      throws InterruptedException {
    in.send(parent(0, 3, 3), parent(1, CHILDREN, -1), parent(2, 3, 3));
    var run =
        TestFlow.runUntilIdle(flow(kafka(out), FLATTEN + ", " + CAST, "delivery: " + delivery));
    assertThat(run.failure()).isEmpty();
    assertThat(run.counters().acknowledged()).isEqualTo(3);
    assertThat(run.counters().written()).containsEntry("main", CHILDREN + 6L);
    assertThat(written(out))
        .isEqualTo(all(children(0, 3, 3), children(1, CHILDREN, -1), children(2, 3, 3)));
    assertThat(in.committed(group())).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"50000, 45678", "3, 2"})
  void whatASinkRefusesIsNotPassedAndItsSiblingsAreNotWrittenTwice(int children, int bad)
      throws InterruptedException {
    var table = TestTable.fresh("p int, l int CHECK (p <> 1 OR l <> %d)".formatted(bad));
    in.send(parent(0, 3, 3), parent(1, children, -1), parent(2, 3, 3));
    var flow =
        flow(
            "{type: postgresql, config: %s}".formatted(table.config()),
            FLATTEN + ", {type: remove, config: {fields: [beside]}}",
            "delivery: effectivelyOnce\npositionsTable: %s_at\n".formatted(table.name()));
    for (int start = 0; start < 3; start++) {
      var run = TestFlow.runUntilIdle(flow);
      assertThat(run.failure().orElseThrow()).startsWith("sink:main: ");
      assertThat(written(table)).containsExactlyElementsOf(children(0, 3, 3));
    }
    var mended = TestFlow.runUntilIdle(flow + withErrors());
    assertThat(mended.failure()).isEmpty();
    assertThat(table.count()).isEqualTo(children + 5);
    assertThat(table.column("count(DISTINCT (p, l))")).containsExactly(children + 5 + "");
    assertThat(errors.values()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"50000", "3"})
  void whatATopicRefusesIsNotPassedAndItsSiblingsAreNotWrittenTwice(int children)
      throws InterruptedException {
    var narrow = Topic.ofSmallRecords(2000);
    var last = parent(1, children, -1).replace("],", ",\"" + Topic.noise(4000) + "\"],");
    in.send(parent(0, 3, 3), last, parent(2, 3, 3));
    var flow = flow(kafka(narrow), FLATTEN, "delivery: effectivelyOnce\n");
    for (int start = 0; start < 3; start++) {
      var run = TestFlow.runUntilIdle(flow);
      assertThat(run.failure().orElseThrow()).startsWith("sink:main: ");
      assertThat(written(narrow)).containsExactlyElementsOf(children(0, 3, 3));
      assertThat(in.committed(group())).isEqualTo(1);
    }
    var mended = TestFlow.runUntilIdle(flow + withErrors());
    assertThat(mended.failure()).isEmpty();
    assertThat(written(narrow))
        .isEqualTo(all(children(0, 3, 3), children(1, children, -1), children(2, 3, 3)));
    assertThat(errors.values()).hasSize(1);
  }

  @Test
  void deadLettersOfALongRecordComeAFewAtATime() throws InterruptedException {
    var bad = String.join(",", Collections.nCopies(40, "\"no\""));
    in.send("{\"l\":[1,%s,\"%s\"]}".formatted(bad, Topic.noise(500_000)));
    var run = TestFlow.runUntilIdle(flow(kafka(out), FLATTEN + ", " + CAST, withErrors()));
    assertThat(run.failure()).isEmpty();
    assertThat(out.values()).containsExactly("{\"l\":1}");
    assertThat(errors.values()).hasSize(41).allMatch(letter -> letter.length() > 500_000);
    assertThat(run.counters().rejected()).isEqualTo(41);
    assertThat(run.counters().written()).containsEntry("errors", 41L);
  }

  @Test
  void aStopDoesNotWaitForAllOfIt() {
    in.send("{\"l\":[%1$s],\"k\":[%1$s]}".formatted(numbers(30_000)));
    var steps =
        "{type: flatten, config: {field: l}}, {type: flatten, config: {field: k}},"
            + " {type: filter, config: {condition: $.l == 99999}}";
    var run =
        TestFlow.start(
            flow(kafka(out), steps, "terminationGracePeriodSeconds: 3\n" + withErrors()));
    TestFlow.await(() -> run.counters().dropped() > CHILDREN);
    run.close();
    // 900 million messages would take many minutes.
    TestFlow.await(this::nobodyReads);
    assertThat(run.counters().dropped()).isLessThan(900_000_000);
    assertThat(run.counters().acknowledged()).isZero();
    assertThat(in.committed(group())).isZero();
  }

  private boolean nobodyReads() {
    return Thread.getAllStackTraces().keySet().stream()
        .noneMatch(
            thread ->
                thread.getName().contains("KafkaConsumer[" + in.name())
                    || thread.getName().contains("kafka-reader-" + in.name()));
  }
}
