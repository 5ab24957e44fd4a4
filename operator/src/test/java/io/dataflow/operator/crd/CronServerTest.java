package io.dataflow.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.spec.Manifest;
import io.dataflow.operator.crd.Corpus.Flow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The API server takes flows on a schedule that can run, and refuses others by the definition
/// alone where it can.
class CronServerTest {
  private static final List<Flow> BAD =
      Corpus.ofCrons("bad").flows().stream().filter(flow -> !flow.errors().isEmpty()).toList();

  static List<Flow> good() {
    return Corpus.ofCrons("good").flows();
  }

  @ParameterizedTest
  @MethodSource("good")
  void goodOnesComeBackWithAllThatTheyHave(Flow flow) {
    var back = FlowServer.tried(flow.object());
    assertThat(back).contains("managedFields", "uid");
    assertThat(Manifest.parse(back).problems())
        .extracting(Problem::toString)
        .containsExactlyElementsOf(flow.problems());
  }

  @Test
  void badOnesAreToldWhere() {
    assertThat(BAD).hasSizeGreaterThan(25);
    assertThat(BAD)
        .allSatisfy(
            flow ->
                FlowServer.refusal(flow.object())
                    .ifPresent(
                        refusal ->
                            assertThat(flow.paths())
                                .as(flow + ": " + refusal)
                                .anyMatch(refusal::contains)));
  }

  @Test
  void onlyASchedulesNumbersNeedTheWebhook() {
    assertThat(BAD)
        .filteredOn(flow -> FlowServer.refusal(flow.object()).isEmpty())
        .extracting(Flow::name)
        .containsExactlyInAnyOrder(
            "cron.yaml: a minute that there is not",
            "cron.yaml: a seventh day of the week",
            "cron.yaml: a day that never comes",
            "cron.yaml: a range from back to front",
            "cron.yaml: a step of nothing",
            "cron.yaml: letters that are no month");
  }

  @Test
  void kubectlShowsAndExplainsThem() {
    assertThat(FlowServer.PLANE.kubectl("explain", "dfc.spec.triggers").orThrow())
        .contains("A container that is started once after a run that has succeeded.", "envFrom");
    assertThat(FlowServer.PLANE.kubectl("get", "dfc", "-A").succeeded()).isTrue();
  }
}
