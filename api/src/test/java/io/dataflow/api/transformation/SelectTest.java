package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectTest {
  @Test
  void keepsFieldsSideBySide() {
    var step = "{type: select, config: {fields: [u.id, $.u.n, 'l.#.x']}}";
    assertThat(OneStep.run(step, "{\"u\":{\"id\":3,\"n\":\"Ann\"},\"l\":[{\"x\":1}],\"z\":1}"))
        .containsExactly("{\"id\":3,\"n\":\"Ann\",\"x\":[1]}");
  }

  @Test
  void letsNothingThroughWhenNothingIsThere() {
    assertThat(OneStep.run("{type: select, config: {fields: [a]}}", "{\"pin\":1}", "[{\"pin\":1}]"))
        .containsExactly("{}", "{}");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: select, config: {fields: [$]}}"))
        .containsExactly(
            "step.config.fields[0]: `$` names no field. Name one, for example `$.customer.id`.");
  }
}
