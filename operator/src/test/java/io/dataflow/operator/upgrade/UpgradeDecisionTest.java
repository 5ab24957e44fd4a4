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
          runs an image of before             | wanted ready settled         | true  | ROLL
          runs an image of before             | wanted ready settled         | false | HOLD
          runs some pods of before            | wanted ready                 | false | HOLD
          is as it should be                  | wanted current ready settled | false | PROCEED
          is new                              |                              | false | PROCEED
          was edited                          | wanted edited ready settled  | false | PROCEED
          is suspended                        | current ready                | false | PROCEED
          is broken anyway                    | wanted failing               | false | PROCEED
          """)
  void ofAFlowThatHoldsNoSlot(String flow, String state, boolean slot, UpgradeDecision decision) {
    assertThat(UpgradeDecision.of(state(state), false, slot)).as(flow).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          is rolling out                      | wanted current ready         | ROLL
          does not get there                  | wanted current failing       | ROLL
          has rolled out                      | wanted current ready settled | PROCEED
          gets another image meanwhile        | wanted ready settled         | ROLL
          was edited meanwhile                | wanted edited ready          | ROLL
          was suspended meanwhile             | current                      | PROCEED
          """)
  void ofAFlowThatHoldsASlot(String flow, String state, UpgradeDecision decision) {
    assertThat(UpgradeDecision.of(state(state), true, false)).as(flow).isEqualTo(decision);
  }

  private static DeploymentState state(String words) {
    var all = words == null ? "" : words;
    return new DeploymentState(
        all.contains("wanted"),
        all.contains("current"),
        all.contains("edited"),
        all.contains("ready"),
        all.contains("settled"),
        all.contains("failing"));
  }
}
