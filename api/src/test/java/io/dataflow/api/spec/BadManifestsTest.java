package io.dataflow.api.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.problem.Problem;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What each wrong manifest is told, to the letter: the messages are part of the product.
class BadManifestsTest {
  static Stream<ManifestCases.Case> cases() {
    return ManifestCases.of("bad").cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isToldAllThatIsWrongAtOnce(ManifestCases.Case bad) {
    assertThat(Manifest.parse(bad.manifest()).problems())
        .extracting(Problem::toString)
        .containsExactlyElementsOf(bad.problems());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isNoFlowEvenWithAllSecrets(ManifestCases.Case bad) {
    boolean runs = bad.problems().stream().allMatch(problem -> problem.startsWith("warning: "));
    var reading = Manifest.parse(bad.manifest()).bind((_, _) -> Optional.of("postgres://db/shop"));
    assertThat(reading).isInstanceOf(runs ? Reading.Valid.class : Reading.Invalid.class);
  }

  @Test
  void thereAreMany() {
    assertThat(cases()).hasSizeGreaterThan(150);
  }
}
