package io.dataflow.operator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The webhook says of an object what `dataflow validate` says of the file it was made of.
class CorpusTest {
  static Stream<Corpus.Case> bad() {
    return new Corpus("bad").cases();
  }

  static Stream<Corpus.Case> good() {
    return new Corpus("good").cases();
  }

  private static AdmissionResponse ask(Corpus.Case one) throws Exception {
    var request = ReviewText.of("CREATE").with("object", one.object()).toString();
    var read = AdmissionRequest.read(request.getBytes());
    return AdmissionResponses.to(read, AdmissionDecision.on(read)).getResponse();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void aBadFlowIsToldWhatValidateSays(Corpus.Case bad) throws Exception {
    var response = ask(bad);
    assertThat(response.getAllowed()).isEqualTo(!bad.isRefused());
    var errors =
        response.getAllowed()
            ? Stream.<String>empty()
            : response.getStatus().getMessage().lines().skip(1).map(String::strip);
    var warnings = response.getWarnings().stream().map(warning -> "warning: " + warning);
    assertThat(Stream.concat(errors, warnings).toList())
        .containsExactlyInAnyOrderElementsOf(bad.problems());
  }

  @ParameterizedTest
  @MethodSource("good")
  void aGoodFlowIsAllowed(Corpus.Case good) throws Exception {
    assertThat(ask(good).getAllowed()).isTrue();
  }

  @Test
  void thereAreMany() {
    assertThat(bad()).hasSizeGreaterThan(120);
  }
}
