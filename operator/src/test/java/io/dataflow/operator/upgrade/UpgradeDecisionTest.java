package io.dataflow.operator.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeDecisionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          runs an image of before             | wanted works settled         | true  | MOVE
          runs an image of before             | wanted works settled         | false | WAIT
          runs some pods of before            | wanted works                 | false | WAIT
          is as it should be                  | wanted current works settled | false | NOW
          is new                              |                              | false | NOW
          was edited                          | wanted edited works settled  | false | NOW
          is suspended                        | current works                | false | NOW
          is broken anyway                    | wanted failing               | false | NOW
          """)
  void ofAFlowThatHoldsNoPlace(String flow, String state, boolean slot, UpgradeDecision decision) {
    assertThat(UpgradeDecision.of(state(state), false, slot)).as(flow).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          is on its way                       | wanted current works         | MOVE
          does not get there                  | wanted current failing       | MOVE
          has arrived                         | wanted current works settled | NOW
          gets another image on its way       | wanted works settled         | MOVE
          was edited on its way               | wanted edited works          | MOVE
          was suspended on its way            | current                      | NOW
          """)
  void ofAFlowThatHoldsAPlace(String flow, String state, UpgradeDecision decision) {
    assertThat(UpgradeDecision.of(state(state), true, false)).as(flow).isEqualTo(decision);
  }

  private static DeploymentState state(String words) {
    var all = words == null ? "" : words;
    return new DeploymentState(
        all.contains("wanted"),
        all.contains("current"),
        all.contains("edited"),
        all.contains("works"),
        all.contains("settled"),
        all.contains("failing"));
  }
}
