package io.dataflow.api.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.condition.Condition;
import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.option.Compression;
import io.dataflow.api.connector.option.KafkaFormat;
import io.dataflow.api.connector.option.Partitioner;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.path.FieldPath;
import io.dataflow.api.spec.Step;
import io.dataflow.api.transformation.Filter;
import io.dataflow.api.transformation.Remove;
import io.dataflow.api.transformation.Route;
import io.dataflow.api.transformation.Router;
import io.dataflow.api.transformation.Timestamp;
import io.dataflow.api.transformation.Transformation;
import io.dataflow.api.transformation.layout.GoLayout;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Steps over a batch; what each step does is in the cases of `conformance`.
class ChainTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:00Z");

  private final List<String> rejected = new ArrayList<>();

  @Test
  void rejectsOnlyWhatIsWrongAndTellsWhere() {
    var chain =
        Chain.of(
            List.of(
                always(new Remove(List.of(FieldPath.parse("b")))),
                always(new Timestamp(FieldPath.parse("a.at"), GoLayout.parse("Unix")))));
    assertThat(run(chain, "{\"a\":5,\"b\":1}", "{\"b\":2}"))
        .containsExactly("{\"a\":{\"at\":\"1772360100\"}}");
    assertThat(rejected)
        .containsExactly(
            "2:timestamp {\"a\":5,\"b\":1} `a.at` cannot be set: a text, a number or an array"
                + " stands on its path. Choose another `fieldName`.");
  }

  @Test
  void whenDecidesForOneMessage() {
    var remove = new Remove(List.of(FieldPath.parse("b")));
    var chain = Chain.of(List.of(new Step(Optional.of(Condition.parse("$.a")), remove)));
    assertThat(run(chain, "{\"a\":1,\"b\":1}", "{\"a\":0,\"b\":1}"))
        .containsExactly("{\"a\":1}", "{\"a\":0,\"b\":1}");
  }

  @Test
  void stepsBehindARouterSeeItsCondition() {
    var sink =
        new KafkaSink(
            List.of("k"),
            "t",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Compression.LZ4,
            Partitioner.MURMUR2,
            false,
            false,
            KafkaFormat.JSON,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var router = new Router(List.of(new Route(Condition.parse("$.a"), sink)));
    var kept = new Filter(Condition.parse("metadata.routed_condition == '$.a'"));
    assertThat(run(Chain.of(List.of(always(router), always(kept))), "{\"a\":1}", "{\"b\":1}"))
        .containsExactly("{\"a\":1}");
  }

  @Test
  void namesItsStepsByPlaceAndType() {
    var chain =
        Chain.of(
            List.of(always(new Filter(Condition.parse("$.a"))), always(new Router(List.of()))));
    assertThat(chain.steps()).extracting(StepRunner::name).containsExactly("1:filter", "2:router");
  }

  @Test
  void withoutStepsNothingHappens() {
    assertThat(run(Chain.of(List.of()), " {} ")).containsExactly(" {} ");
    assertThat(run(Chain.of(List.of(always(new Filter(Condition.parse("$.a"))))))).isEmpty();
  }

  private static Step always(Transformation transformation) {
    return new Step(Optional.empty(), transformation);
  }

  private List<String> run(Chain chain, String... bodies) {
    var messages =
        Stream.of(bodies)
            .map(it -> new Message(it.getBytes(StandardCharsets.UTF_8), Metadata.of(Map.of())))
            .toList();
    return chain
        .run(
            messages,
            NOW,
            (message, stage, reason) ->
                rejected.add(stage + " " + text(message.original()) + " " + reason))
        .stream()
        .map(it -> text(it.bytes()))
        .toList();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
