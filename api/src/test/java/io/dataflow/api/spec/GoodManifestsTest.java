package io.dataflow.api.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.problem.Problem;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Manifests that people write and that must run, whatever form they take.
class GoodManifestsTest {
  static Stream<ManifestCases.Case> cases() {
    return ManifestCases.of("good").cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasNoProblems(ManifestCases.Case good) {
    assertThat(Manifest.read(good.manifest()))
        .allSatisfy(
            manifest ->
                assertThat(manifest.problems())
                    .extracting(Problem::toString)
                    .containsExactlyElementsOf(good.problems()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void becomesAFlow(ManifestCases.Case good) {
    assertThat(Manifest.read(good.manifest()))
        .allSatisfy(
            manifest ->
                assertThat(manifest.bind((_, _) -> Optional.of("postgres://db/shop")))
                    .isInstanceOf(Reading.Valid.class));
  }

  @Test
  void thereAreMany() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(20);
  }
}
