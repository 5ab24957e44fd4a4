package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CamelCaseTest {
  @Test
  void beginsEachWordWithAnUpperCaseLetter() {
    assertThat(
            OneStep.run("{type: camelCase}", "{\"first_name\":1,\"l\":[{\"a_b\":2}]}", "no JSON"))
        .containsExactly("{\"FirstName\":1,\"L\":[{\"a_b\":2}]}", "no JSON");
    assertThat(OneStep.run("{type: camelCase, config: {deep: true}}", "[{\"a_b\":2}]"))
        .containsExactly("[{\"AB\":2}]");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: camelCase, config: {deep: 1}}"))
        .containsExactly(
            "step.config.deep: wants `true` or `false`, found the number `1`. Write `deep: true` or"
                + " `deep: false`.");
  }
}
