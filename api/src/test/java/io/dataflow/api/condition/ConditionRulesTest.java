package io.dataflow.api.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.Matching;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.path.Path;
import io.dataflow.api.path.PathException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The API server reads no grammar, so its rules may let through what is wrong; what is right they
/// never refuse.
class ConditionRulesTest {
  private static final Pattern MATCHES = Pattern.compile("!self\\.matches\\('(.*)'\\)");
  private static final int TRIES = 100_000;

  private static final List<Pattern> REFUSED =
      Arrays.stream(Condition.class.getAnnotationsByType(Rule.class))
          .flatMap(rule -> MATCHES.matcher(rule.cel()).results())
          .map(found -> Pattern.compile(found.group(1).replaceAll("\\\\(.)", "$1")))
          .toList();

  private static String random(Random random) {
    var pieces = ConditionRandomTest.PIECES;
    return IntStream.range(0, 1 + random.nextInt(9))
        .mapToObj(_ -> pieces.get(random.nextInt(pieces.size())))
        .collect(Collectors.joining());
  }

  private static boolean isCondition(String text) {
    try {
      Condition.parse(text);
      return true;
    } catch (ConditionException _) {
      return false;
    }
  }

  private static boolean isPath(String text) {
    try {
      Path.parse(text);
      return true;
    } catch (PathException _) {
      return false;
    }
  }

  @Test
  void refuseNoCondition() {
    assertThat(REFUSED).hasSize(4);
    var random = new Random(5);
    for (int i = 0; i < TRIES; i++) {
      var text = random(random);
      if (REFUSED.stream().anyMatch(rule -> rule.matcher(text).find())) {
        assertThat(isCondition(text)).as(text).isFalse();
      }
    }
  }

  @Test
  void refuseNoPath() {
    var pattern = Pattern.compile(Path.class.getAnnotation(Matching.class).value());
    var random = new Random(6);
    for (int i = 0; i < TRIES; i++) {
      var text = random(random);
      if (!pattern.matcher(text).matches()) {
        assertThat(isPath(text)).as(text).isFalse();
      }
    }
  }
}
