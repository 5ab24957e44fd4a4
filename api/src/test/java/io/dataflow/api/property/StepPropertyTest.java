package io.dataflow.api.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.json.Reference;
import io.dataflow.api.message.Message;
import io.dataflow.api.spec.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Any JSON in, and what is none: valid JSON out or a rejected record, and never another exception
/// out of a step, of whatever type and with whatever settings.
class StepPropertyTest {
  private static final int TRIES = 600;
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:00Z");

  static List<String> types() {
    return AnyStep.TYPES;
  }

  @Test
  void allTypesAreTried() {
    assertThat(AnyStep.TYPES)
        .hasSize(
            (int)
                Stream.of(
                        io.dataflow.api.transformation.Transformation.class
                            .getPermittedSubclasses())
                    .filter(type -> !type.isInterface())
                    .count());
  }

  @ParameterizedTest
  @MethodSource("types")
  void makesJsonOfJsonOrRejectsIt(String type) {
    var read = new ArrayList<Step>();
    Tries.of(
        TRIES,
        chance ->
            AnyStep.of(type, chance)
                .ifPresent(
                    step -> {
                      read.add(step);
                      keepsItsWord(step, AnyMessages.of(chance, 12));
                    }));
    // Else the settings say little of the step.
    if (Long.getLong("tries.seed") == null) {
      assertThat(read).hasSizeGreaterThan(TRIES / 2);
    }
  }

  private static void keepsItsWord(Step step, List<Message> messages) {
    var originals = messages.stream().map(it -> it.original().clone()).toList();
    var texts = messages.stream().map(it -> new String(it.original())).toList();
    var runner = new StepRunner(1, step);
    for (int i = 0; i < messages.size(); i++) {
      var message = messages.get(i);
      boolean isJson = message.json().isPresent();
      var expected = Expected.of(step, message);
      var reasons = new ArrayList<String>();
      var out =
          runner.run(
              List.of(message), NOW, (_, stage, reason) -> reasons.add(stage + " " + reason));
      var told = step + " with " + texts.get(i);
      assertThat(message.original()).as(told).isEqualTo(originals.get(i));
      if (reasons.isEmpty()) {
        assertThat(out.size()).as(told).isBetween(expected.least(), expected.most());
      } else {
        assertThat(out).as(told).isEmpty();
        assertThat(reasons).as(told).hasSize(1);
        assertThat(reasons.getFirst()).as(told).doesNotContain(AnyMessages.HIDDEN);
      }
      for (var each : out) {
        if (isJson || each.json().isPresent()) {
          assertThat(Reference.read(each.bytes())).as(told).isPresent();
        } else {
          assertThat(each.bytes()).as(told).isEqualTo(originals.get(i));
        }
      }
    }
  }
}
