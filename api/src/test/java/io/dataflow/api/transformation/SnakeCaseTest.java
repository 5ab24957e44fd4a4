package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnakeCaseTest {
  @Test
  void writesNamesAsWordsBetweenUnderscores() {
    assertThat(OneStep.run("{type: snakeCase}", "{\"firstName\":1,\"l\":[{\"aB\":2}]}", "no JSON"))
        .containsExactly("{\"first_name\":1,\"l\":[{\"aB\":2}]}", "no JSON");
    assertThat(OneStep.run("{type: snakeCase, config: {deep: true}}", "{\"l\":[{\"aB\":2}]}"))
        .containsExactly("{\"l\":[{\"a_b\":2}]}");
  }

  @Test
  void recordsOfManyShapesAreKeptApart() {
    var step = "{type: snakeCase}";
    for (int i = 0; i < 1000; i++) {
      assertThat(OneStep.run(step, "{\"k" + i + "X\":1,\"zY\":2}", "{\"zY\":1,\"k" + i + "\":2}"))
          .containsExactly("{\"k" + i + "_x\":1,\"z_y\":2}", "{\"z_y\":1,\"k" + i + "\":2}");
    }
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: snakeCase, config: {deep: maybe}}"))
        .containsExactly(
            "step.config.deep: wants `true` or `false`, found the text `maybe`. Write `deep: true`"
                + " or `deep: false`.");
    assertThat(OneStep.problems("{type: snakeCase, config: {deeply: true}}"))
        .containsExactly("step.config.deeply: unknown key. Did you mean `deep`?");
  }
}
