package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.chain.Chain;
import io.dataflow.api.condition.Condition;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.path.FieldPath;
import io.dataflow.api.path.Path;
import io.dataflow.api.spec.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a step that hides values cannot read does not get past it.
class HidingTest {
  private static final byte[] LATIN1 =
      "{\"card\":\"4111\",\"name\":\"M\u00fcller\"}".getBytes(StandardCharsets.ISO_8859_1);

  private final List<String> reasons = new ArrayList<>();

  static List<Transformation> steps() {
    var step = "{type: mask, config: {fields: [card]}}";
    return List.of(
        (Transformation) OneStep.step(step).transformation(),
        new Remove(List.of(FieldPath.parse("card"))),
        new Select(List.of(Path.parse("id"))),
        new ReplaceField(List.of(), List.of(FieldPath.parse("id")), List.of()),
        new ReplaceField(List.of(), List.of(), List.of(FieldPath.parse("card"))));
  }

  private List<String> run(Transformation step, Optional<String> when, byte[]... bodies) {
    var messages = new ArrayList<Message>();
    for (var body : bodies) {
      messages.add(new Message(body, Metadata.of(Map.of("topic", "people"))));
    }
    return Chain.of(List.of(new Step(when.map(Condition::parse), step)))
        .run(messages, Instant.EPOCH, (_, stage, reason) -> reasons.add(stage + " " + reason))
        .stream()
        .map(message -> new String(message.bytes(), StandardCharsets.ISO_8859_1))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void whatIsNotJsonIsRejectedWithoutItsValues(Transformation step) {
    var out = run(step, Optional.empty(), LATIN1, bytes("{\"card\":\"4111\""), bytes("4111,Ann"));
    assertThat(out).isEmpty();
    assertThat(reasons)
        .hasSize(3)
        .allMatch(reason -> reason.contains("cannot read the record") && !reason.contains("4111"));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aByteOrderMarkHidesNothingFromIt(Transformation step) {
    assertThat(run(step, Optional.empty(), bytes("\uFEFF{\"card\":\"4111\"}")))
        .hasSize(1)
        .noneMatch(text -> text.contains("4111"));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aTombstoneAndAnEmptyBodyPass(Transformation step) {
    assertThat(run(step, Optional.empty(), null, new byte[0])).containsExactly("", "");
    assertThat(reasons).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aConditionOnWhatCannotBeReadLetsNothingPast(Transformation step) {
    assertThat(run(step, Optional.of("$.kind == 'person'"), LATIN1)).isEmpty();
    assertThat(run(step, Optional.of("metadata.topic == 'people'"), LATIN1)).isEmpty();
    assertThat(run(step, Optional.of("metadata.topic == 'things'"), LATIN1)).hasSize(1);
    assertThat(reasons).hasSize(2);
  }
}
