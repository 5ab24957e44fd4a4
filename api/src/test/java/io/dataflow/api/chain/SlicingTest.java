package io.dataflow.api.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How much exists at once.
class SlicingTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final long LIMIT = 100_000;

  private final List<Integer> alive = new ArrayList<>();
  private int made;

  @Test
  void aSliceIsNoHeavierThanTheLimit() {
    var slicing = slicing("[{type: flatten, config: {field: l}}]", parent(50_000, "x".repeat(900)));
    int count = 0;
    for (var slices = slicing.all(SliceWatch.none()); slices.hasNext(); ) {
      var slice = slices.next().messages();
      long bytes = slice.stream().mapToLong(it -> it.bytes().length + Expansion.OVERHEAD).sum();
      assertThat(bytes).isLessThanOrEqualTo(LIMIT);
      count += slice.size();
    }
    assertThat(count).isEqualTo(50_000);
  }

  @Test
  void aSecondFlattenMakesNoMoreAtOnce() {
    var inner = "{\"m\":[" + numbers(500) + "]}";
    var parent = "{\"l\":[" + repeated(inner, 200) + "],\"p\":\"" + "y".repeat(300) + "\"}";
    var slicing =
        slicing(
            "[{type: flatten, config: {field: l}}, {type: flatten, config: {field: m}},"
                + " {type: filter, config: {condition: $.m == 7}}]",
            parent,
            parent);
    var out = new ArrayList<Message>();
    slicing.all(watch()).forEachRemaining(slice -> out.addAll(slice.messages()));
    assertThat(out).hasSize(400);
    assertThat(made).isEqualTo(2 * 200 + 2 * 200 * 500);
    // Two slices, one behind each flatten; each message weighs more than its overhead.
    assertThat(alive).allMatch(count -> count <= LIMIT / (300 + Expansion.OVERHEAD));
  }

  @Test
  void whatIsRejectedIsBoundedToo() {
    var slicing =
        slicing(
            "[{type: flatten, config: {field: l}}, {type: cast, config: {spec: {l: bool}}}]",
            "{\"l\":[" + repeated("7", 10_000) + "]}");
    int rejected = 0;
    for (var slices = slicing.all(SliceWatch.none()); slices.hasNext(); ) {
      var slice = slices.next();
      assertThat(slice.messages()).isEmpty();
      assertThat(slice.rejected()).hasSizeLessThanOrEqualTo((int) LIMIT / Expansion.OVERHEAD);
      rejected += slice.rejected().size();
    }
    assertThat(rejected).isEqualTo(10_000);
  }

  @Test
  void messagesThatFitTogetherAreOnePiece() {
    var slicing =
        slicing(
            "[{type: flatten, config: {field: l}}]",
            parent(3, "a"),
            parent(3, "b"),
            parent(5_000, "c"),
            parent(3, "d"));
    assertThat(slicing.pieces())
        .extracting(
            piece -> {
              int slices = 0;
              for (var all = piece.all(SliceWatch.none()); all.hasNext(); all.next()) {
                slices++;
              }
              return slices == 1;
            })
        .containsExactly(true, false, true);
  }

  @Test
  void isNotNeededForLittle() {
    var messages = List.of(message(parent(100, "a")));
    assertThat(runners("[{type: flatten, config: {field: l}}]").getFirst().expand(messages))
        .matches(expansion -> !expansion.exceeds(LIMIT))
        .matches(expansion -> expansion.exceeds(LIMIT / 10));
  }

  private SliceWatch watch() {
    return new SliceWatch() {
      @Override
      public void before(int step, List<Message> messages) {
        if (step < 2) {
          alive.add(messages.size());
          made += messages.size();
        }
      }
    };
  }

  private static Slicing slicing(String steps, String... bodies) {
    var runners = runners(steps);
    var messages = new ArrayList<Message>();
    for (var body : bodies) {
      messages.add(message(body));
    }
    var expansion = runners.getFirst().expand(messages);
    return new Slicing(
        expansion, runners.subList(1, runners.size()), StepWorkers.alone(), NOW, LIMIT);
  }

  private static Message message(String body) {
    return new Message(body.getBytes(StandardCharsets.UTF_8), Metadata.of(Map.of()));
  }

  private static String parent(int elements, String beside) {
    return "{\"l\":[" + numbers(elements) + "],\"p\":\"" + beside + "\"}";
  }

  private static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(","));
  }

  private static String repeated(String json, int times) {
    return IntStream.range(0, times).mapToObj(_ -> json).collect(Collectors.joining(","));
  }

  private static List<StepRunner> runners(String steps) {
    var manifest =
        Manifest.parse(
            """
            apiVersion: dataflow.dataflow.io/v1
            kind: DataFlow
            metadata: {name: slices}
            spec:
              source: {type: kafka, config: {brokers: ["kafka:9092"], topic: orders}}
              sink: {type: kafka, config: {brokers: ["kafka:9092"], topic: sorted}}
              transformations: %s
            """
                .formatted(steps));
    var read = ((Reading.Valid) manifest.bind(Secrets.none())).flow().spec().transformations();
    return read.stream().map(step -> new StepRunner(read.indexOf(step) + 1, step)).toList();
  }
}
