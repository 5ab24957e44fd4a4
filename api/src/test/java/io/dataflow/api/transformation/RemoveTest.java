package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemoveTest {
  @Test
  void takesFieldsOut() {
    var step = "{type: remove, config: {fields: [a, $.b.c, 'l[0]']}}";
    assertThat(OneStep.run(step, "{\"a\":1,\"b\":{\"c\":2,\"d\":3},\"l\":[1,2]}", "{\"x\":1}"))
        .containsExactly("{\"b\":{\"d\":3},\"l\":[2]}", "{\"x\":1}");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: remove, config: {fields: [a..b]}}"))
        .containsExactly("step.config.fields[0]: `a..b` has no name at column 3. Put one there.");
  }
}
