package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilterTest {
  @Test
  void keepsWhatFulfilsTheCondition() {
    var step = "{type: filter, config: {condition: \"$.st == 'paid'\"}}";
    assertThat(OneStep.run(step, "{\"st\":\"paid\"}", "{\"st\":\"new\"}", "{}", "\u0000"))
        .containsExactly("{\"st\":\"paid\"}");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: filter, config: {condition: '$.a == '}}"))
        .containsExactly(
            "step.config.condition: `$.a == ` ends after `==`. Put a value there, for example"
                + " `$.a == 'x'`.");
    assertThat(OneStep.problems("{type: filter, when: $.a = 1, config: {condition: $.a}}"))
        .containsExactly("step.when: `$.a = 1` has `=` alone at column 5. Write `==`.");
  }
}
