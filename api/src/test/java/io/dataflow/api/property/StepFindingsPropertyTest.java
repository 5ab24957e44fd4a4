package io.dataflow.api.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.condition.Condition;
import io.dataflow.api.message.Message;
import io.dataflow.api.path.Path;
import io.dataflow.api.spec.Step;
import io.dataflow.api.spec.StepFindings;
import io.dataflow.api.transformation.Filter;
import io.dataflow.api.transformation.Router;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// No warning is false: what is said never to match does not, whatever the messages are.
class StepFindingsPropertyTest {
  private static final int TRIES = 6_000;
  private static final Pattern PLACE = Pattern.compile("transformations\\[(\\d+)\\]\\.(.*)");
  private static final List<String> TAKING =
      List.of("remove", "select", "replaceField", "snakeCase", "camelCase");

  @Test
  void whatIsWarnedOfNeverMatches() {
    var warned = new AtomicInteger();
    Tries.of(
        TRIES,
        chance -> {
          var steps = steps(chance);
          for (var problem : StepFindings.of(steps)) {
            assertThat(problem.isError()).isFalse();
            var place = PLACE.matcher(problem.path());
            assertThat(place.matches()).isTrue();
            if (problem.message().contains("gone")) {
              warned.incrementAndGet();
              int index = Integer.parseInt(place.group(1));
              var before = before(steps.subList(0, index), AnyMessages.of(chance, 30));
              assertNoMatch(steps.get(index), place.group(2), problem.message(), before);
            }
          }
        });
    if (Long.getLong("tries.seed") == null) {
      assertThat(warned).hasValueGreaterThan(TRIES / 20);
    }
  }

  private static void assertNoMatch(Step step, String at, String told, List<Message> messages) {
    if (told.startsWith("never holds")) {
      var condition = condition(step, at);
      assertThat(messages).as("%s of %s", condition, step).noneMatch(condition::holds);
      return;
    }
    // A path may have backquotes in it, but not those of these tests.
    var path = Path.parse(told.split("`")[1]);
    for (var message : messages) {
      assertThat(message.json().flatMap(path::get)).as("%s of %s", path, step).isEmpty();
    }
  }

  private static Condition condition(Step step, String at) {
    if (at.equals("when")) {
      return step.when().orElseThrow();
    }
    return switch (step.transformation()) {
      case Filter filter -> filter.condition();
      case Router router ->
          router.routes().get(Integer.parseInt(at.replaceAll("\\D", ""))).condition();
      default -> throw new AssertionError(at);
    };
  }

  private static List<Message> before(List<Step> steps, List<Message> messages) {
    var current = messages;
    for (var step : steps) {
      current =
          new StepRunner(1, step)
              .run(current, Instant.parse("2026-03-01T10:15:00Z"), (_, _, _) -> {});
    }
    return current;
  }

  private static List<Step> steps(Chance chance) {
    var steps = new ArrayList<Step>();
    for (int i = 1 + chance.below(4); i >= 0; i--) {
      var types = chance.oncePer(2) ? TAKING : AnyStep.TYPES;
      AnyStep.of(chance.oneOf(types), chance).ifPresent(steps::add);
    }
    return steps;
  }
}
